/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.weave;

import io.livemark.weave.ClassWeaver;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Puts class files through the weaver, all in memory. A class without marks is rejected there by the scan of its constants with
 * which the transformer begins, too.
 *
 * <p>Needs the bridge in {@code java.base}, as the agent puts it there: class files without {@code invokedynamic} take slots of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
public class WeaveSpeed {

    /** One and the same for all classes and rounds: a site that comes again keeps its slot, of which there are 65,536. */
    private static final ClassLoader LOADER = WeaveSpeed.class.getClassLoader();

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Which class files. */
    @Param
    public Kind kind;

    /** Where those come from that are not the JDK's: a class path. */
    @Param("")
    public String jars;

    private List<byte[]> files;

    /** Reads the class files. */
    @Setup
    public void read() throws IOException {
        files = kind.files(jars);
    }

    /** All of them, one after the other. */
    @Benchmark
    public void weave(Processor processor, Blackhole hole) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (byte[] file : files) {
            hole.consume(ClassWeaver.weave(file, LOADER).file());
        }
        processor.nanos += THREADS.getCurrentThreadCpuTime() - start;
        processor.rounds++;
    }

    /** For how long the thread had a processor: what the clock says without the machine's other work, and without the GC's. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {

        /** Nanoseconds of all rounds. */
        public long nanos;

        /** How often all files were woven. */
        public long rounds;
    }
}
