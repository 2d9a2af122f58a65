/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.probe.ProbeCompiler;
import io.livemark.cli.probe.ProbeFiles;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import io.livemark.protocol.Wire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads what commands load, so that it is in the archive of class data that the JVM writes when this ends. The launcher
 * starts it, beside the first command. Talks to no other JVM, prints nothing, and leaves nothing behind.
 *
 * <p>Each step is for speed alone: what one cannot do on this Java is not in the archive, and no more.
 */
final class Rehearsal {

    private static final String SOURCE = """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            public final class Rehearsed implements AutoCloseable {
                private final Map<String, Long> counts = new ConcurrentHashMap<>();
                void hit(String key, int number) { counts.merge(key + number, 1L, Long::sum); }
                @Override public void close() { counts.forEach((key, count) -> System.out.println(key + "=" + count)); }
            }
            """;

    private Rehearsal() {}

    /** Goes through the steps, with {@code javac} a compilation among them, and ends the JVM. The class path is the jar. */
    public static void main(String... args) throws IOException {
        attempt(Rehearsal::allClasses);
        attempt(Rehearsal::commands);
        attempt(Rehearsal::conversation);
        if (Arrays.asList(args).contains("javac")) {
            attempt(Rehearsal::compilation);
        }
        attempt(() -> com.sun.tools.attach.spi.AttachProvider.providers());
        // As a command ends: newer JDKs look for a logger then.
        System.exit(0);
    }

    private static void attempt(Callable<?> step) {
        try {
            step.call();
        } catch (Exception | LinkageError e) {
            // Said above: then it is as slow as without.
        }
    }

    /** Ours and picocli's, by their names in the jar. */
    private static Object allClasses() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("java.class.path"))) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
                    String type = name.substring(0, name.length() - ".class".length());
                    attempt(() -> Class.forName(type.replace('/', '.'), false, Rehearsal.class.getClassLoader()));
                }
            }
        }
        return null;
    }

    /** A help, a list of JVMs, and two complaints. */
    private static Object commands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Main.run(nowhere, nowhere, "list", "--help");
        Main.run(nowhere, nowhere, "ps");
        Main.run(nowhere, nowhere, "list", "0", "--timeout", "1s");
        Main.run(nowhere, nowhere, "load", "0");
        return null;
    }

    private static Object conversation() throws IOException {
        SocketChannel.open(StandardProtocolFamily.UNIX).close();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        Wire.write(new Request.ListMarkers("*"), sent);
        sent.reset();
        Wire.write(new Reply.Unloaded(List.of()), sent);
        return Wire.readReply(new ByteArrayInputStream(sent.toByteArray()));
    }

    private static Object compilation() throws Exception {
        Path directory = Files.createTempDirectory("livemark");
        Path source = directory.resolve("Rehearsed.java");
        try {
            Files.writeString(source, SOURCE);
            ProbeFiles files = ProbeFiles.read(List.of(source));
            ProbeCompiler.compile(files, Runtime.version().feature(), System.getProperty("java.class.path"));
            return Map.copyOf(files.content());
        } finally {
            Files.deleteIfExists(source);
            Files.delete(directory);
        }
    }
}
