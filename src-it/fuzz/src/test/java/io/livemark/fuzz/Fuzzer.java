/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Jazzer, in a JVM of its own, at one target. */
final class Fuzzer {

    /** What the fuzzer does not find by itself, or not soon. */
    private static final List<String> WORDS = List.of(
            "io/livemark/Mark",
            "mark",
            "label",
            "armed",
            "(Ljava/lang/String;)V",
            "Code",
            "StackMapTable",
            "StackMap",
            "BootstrapMethods",
            "MethodParameters",
            "Record",
            "={}");

    private final Target target;
    private final Path folder;
    private final Path root;

    Fuzzer(Target target) {
        this.target = target;
        this.root =
                Path.of(System.getProperty("livemark.root")).toAbsolutePath().normalize();
        this.folder = root.resolve("src-it/fuzz/target/fuzz").resolve(target.type.getSimpleName());
    }

    /** Always the same inputs in the same order, as far as threads and compilers let them be. */
    void runShort() throws IOException, InterruptedException {
        String seeds = seeds("seeds").toString();
        run(List.of("-runs=" + target.runs, "-max_total_time=" + target.mostSeconds, "-seed=1", seeds), 120);
    }

    /** New inputs, from where the last long run stopped. */
    void runLong(long seconds) throws IOException, InterruptedException {
        Path known = Files.createDirectories(folder.resolve("corpus"));
        run(
                List.of(
                        "-max_total_time=" + seconds,
                        known.toString(),
                        seeds("seeds").toString()),
                seconds + 120);
    }

    private void run(List<String> arguments, long patienceSeconds) throws IOException, InterruptedException {
        Path findings = Files.createDirectories(folder.resolve("findings"));
        List<String> command = command(findings);
        List<String> all = new ArrayList<>(command);
        all.addAll(arguments);
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true);
        Process process = builder.redirectOutput(output.toFile()).start();
        try {
            if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
                throw new AssertionError(target + " did not end by itself" + said(output));
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(target + ": a finding, kept below " + findings
                    + "\nagain, with its file at the end:\n$ " + String.join(" ", command) + " FILE" + said(output));
        }
    }

    private List<String> command(Path findings) throws IOException {
        String home = System.getProperty("livemark.fork.java.home", System.getProperty("java.home"));
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(
                Path.of(home, "bin", "java").toString(),
                "-Xmx256m",
                // A class takes no more than that of the stack in a thread of an application.
                "-Xss1m",
                "-XX:+EnableDynamicAgentLoading",
                "-Dlivemark.root=" + root,
                "--patch-module",
                "java.base=" + root.resolve("agent/bridge/target/classes"),
                "-cp",
                classes,
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.type.getName(),
                "--instrumentation_includes=io.livemark.**",
                "--instrumentation_excludes=io.livemark.fuzz.**",
                "--custom_hook_includes=none",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + findings + File.separator,
                "-dict=" + dictionary(),
                "-max_len=" + target.mostBytes,
                "-len_control=0",
                "-timeout=30",
                "-rss_limit_mb=0",
                "-print_final_stats=1");
    }

    private Path seeds(String name) throws IOException {
        Path seeds = Files.createDirectories(folder.resolve(name));
        Collection<byte[]> inputs = target.seeds();
        int number = 0;
        for (byte[] input : inputs) {
            Files.write(seeds.resolve(String.format("%03d", number++)), input);
        }
        return seeds;
    }

    private Path dictionary() throws IOException {
        Path file = folder.resolve("words.txt");
        return Files.write(file, WORDS.stream().map(word -> '"' + word + '"').toList());
    }

    private static String said(Path output) throws IOException {
        return "\n" + Files.readString(output);
    }
}
