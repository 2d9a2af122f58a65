/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A JVM that verifies everything, with the agent and the onlooker behind it, and all that it said. */
final class Fork {

    private Fork() {}

    /**
     * What the JVM said.
     *
     * @param code its exit code
     * @param lines standard output and standard error together
     */
    record Said(int code, List<String> lines) {}

    /** Runs the corpus to its end. What it says goes to our standard output too, as it is said. */
    static Said run(Path directory, List<String> arguments) throws IOException, InterruptedException {
        Path java = Path.of(property("livemark.fork.java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-Xverify:all",
                "-XX:+UseParallelGC",
                "-Xmx" + property("livemark.corpus.heap"),
                "-XX:ErrorFile=" + directory.resolve("hs_err.log"),
                "-javaagent:" + property("livemark.agent.jar") + "=log=" + directory.resolve("agent.log"),
                "-javaagent:" + onlooker(directory.resolve("onlooker.jar")),
                "-cp",
                ownClassPath(),
                CorpusMain.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        List<String> lines = new ArrayList<>();
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                System.out.println(line);
                lines.add(line);
            }
        } finally {
            process.destroy();
        }
        return new Said(process.waitFor(), lines);
    }

    static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new AssertionError("system property " + name + " is not set: run this test through Maven");
        }
        return value;
    }

    /** {@return the class path of this test, entry by entry} */
    static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** These classes and ASM; the corpus is data there. */
    private static String ownClassPath() {
        return String.join(
                File.pathSeparator,
                classPath().stream()
                        .filter(path -> Files.isDirectory(path)
                                || path.getFileName().toString().matches("asm(-\\w+)?-[\\d.]+\\.jar"))
                        .map(Path::toString)
                        .toList());
    }

    /** A jar without classes: its agent lies on the class path. */
    private static Path onlooker(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", Onlooker.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
