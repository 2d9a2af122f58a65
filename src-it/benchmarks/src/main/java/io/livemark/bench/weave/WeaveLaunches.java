/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.weave;

import io.livemark.weave.ClassWeaver;
import io.livemark.weave.MarkedSite;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link WeaveSpeed}: {@code WeaveLaunches JARS COUNT}. Prints for each kind of classes and each launch
 * {@code result kind classes bytes sites MB/s MB/s}, by the clock and by the thread's processor time; what JMH has to say goes to
 * stderr.
 *
 * <p>A launch is a JVM for each kind, with the flags of this one. So the kinds take turns, seconds apart, and ratios can be formed.
 */
public final class WeaveLaunches {

    private WeaveLaunches() {}

    /** What is woven, and how many bytes it has. */
    private record Load(long bytes, String text) {

        static Load of(List<byte[]> files) {
            long bytes = files.stream().mapToLong(file -> file.length).sum();
            return new Load(bytes, files.size() + "\t" + bytes + "\t" + forms(files));
        }

        private static String forms(List<byte[]> files) {
            Map<String, Long> forms = files.stream()
                    .flatMap(file -> ClassWeaver.sites(file).stream())
                    .map(MarkedSite::form)
                    .collect(Collectors.groupingBy(form -> form.word(), TreeMap::new, Collectors.counting()));
            return forms.isEmpty()
                    ? "none"
                    : forms.entrySet().stream()
                            .map(form -> form.getValue() + " " + form.getKey())
                            .collect(Collectors.joining(", "));
        }
    }

    public static void main(String[] args) throws IOException, RunnerException {
        Map<Kind, Load> loads = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            loads.put(kind, Load.of(kind.files(args[0])));
        }
        for (int i = Integer.parseInt(args[1]); i > 0; i--) {
            for (RunResult result : launch(args[0])) {
                Kind kind = Kind.valueOf(result.getParams().getParam("kind"));
                Load load = loads.get(kind);
                double micros = result.getPrimaryResult().getScore();
                double busyMicros = sum(result, "nanos") / sum(result, "rounds") / 1e3;
                System.out.printf(
                        Locale.ROOT,
                        "result\t%s\t%s\t%.1f\t%.1f%n",
                        kind.name().toLowerCase(Locale.ROOT),
                        load.text(),
                        load.bytes() / micros,
                        load.bytes() / busyMicros);
            }
        }
    }

    private static double sum(RunResult result, String counter) {
        return result.getSecondaryResults().get(counter).getScore();
    }

    private static Collection<RunResult> launch(String jars) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(WeaveSpeed.class.getName())
                .param("jars", jars)
                .shouldFailOnError(true)
                .build();
        OutputFormat output = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
        return new Runner(options, output).run();
    }
}
