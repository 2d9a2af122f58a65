/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs pairs. Its arguments are the variants to measure, each {@code variant} or {@code variant/baseline}.
 *
 * <pre>
 *   stdout  ready                                      warm
 *   stdin   go idle                                    measure, and call it so
 *   stdout  result  idle  light  marked  base  3.612  0.010  1.0028  0.0000
 *                                              ns of the baseline, ns added, ratio, bytes a call
 *   stdout  calls  12345678                            of Marked so far: what a probe must have counted since it was loaded
 *   stdout  done
 * </pre>
 *
 * Ends with its stdin.
 */
public final class Paired {

    /** One batch is then a millisecond, or less. */
    private static final int LIGHT_CALLS = 250_000;

    private static final int HEAVY_CALLS = 90_000;

    private static final int WARM_UP = 60;
    private static final int PAIRS = 201;
    private static final long SETTLING_NANOS = 700_000_000;

    private static final Map<String, Variant> VARIANTS = new LinkedHashMap<>();

    static {
        VARIANTS.put("base", new Base());
        VARIANTS.put("copy", new Copy());
        VARIANTS.put("marked", new Marked());
        VARIANTS.put("called", new Called());
        VARIANTS.put("evaluated", new Evaluated());
        VARIANTS.put("flagged", new Flagged());
        VARIANTS.put("direct", new Direct());
    }

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static int sink;
    private static long markedCalls;

    private Paired() {}

    public static void main(String[] args) throws IOException {
        // All of them, so that the call of a loop sees several types, always.
        for (Variant variant : VARIANTS.values()) {
            for (int i = 0; i < WARM_UP; i++) {
                time(variant, true);
                time(variant, false);
            }
        }
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String stage = line.substring("go ".length());
            for (String arg : args) {
                String[] names = (arg + "/base").split("/");
                for (boolean light : new boolean[] {true, false}) {
                    Measurement measured = pairs(VARIANTS.get(names[1]), VARIANTS.get(names[0]), light);
                    System.out.println(String.join(
                            "\t", "result", stage, light ? "light" : "heavy", names[0], names[1], measured.columns()));
                }
            }
            System.out.println("calls\t" + markedCalls);
            System.out.println("done");
        }
        if (sink == 42) {
            System.out.println("the results are used, so that they are computed");
        }
    }

    private static Measurement pairs(Variant base, Variant variant, boolean light) {
        double[] baseNanos = new double[PAIRS];
        double[] variantNanos = new double[PAIRS];
        long bytes = 0;
        // What was armed or disarmed is being compiled anew, for as long as other programs leave the compiler nothing
        // to run on.
        long settled = System.nanoTime() + SETTLING_NANOS;
        while (System.nanoTime() < settled) {
            time(variant, light);
        }
        for (int i = -WARM_UP; i < PAIRS; i++) {
            // A B, B A: whatever follows on the other is each of them as often.
            double before = i % 2 == 0 ? time(base, light) : 0;
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            double own = time(variant, light);
            allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            double after = i % 2 == 0 ? 0 : time(base, light);
            if (i >= 0) {
                baseNanos[i] = before + after;
                variantNanos[i] = own;
                bytes += allocated;
            }
        }
        return Measurement.of(baseNanos, variantNanos, (double) bytes / PAIRS / (light ? LIGHT_CALLS : HEAVY_CALLS));
    }

    /** Nanoseconds a call. */
    private static double time(Variant variant, boolean light) {
        int calls = light ? LIGHT_CALLS : HEAVY_CALLS;
        if (variant instanceof Marked) {
            markedCalls += calls;
        }
        long start = System.nanoTime();
        sink += light ? variant.light(calls) : variant.heavy(calls);
        return (double) (System.nanoTime() - start) / calls;
    }
}
