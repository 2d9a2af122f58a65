/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.demo;

import io.livemark.cli.problem.Problem;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The JVM of the shop. It lives as long as the pipe to its standard input: it goes with us, whatever ends us, and
 * deletes its directory as it goes.
 */
final class ShopProcess implements AutoCloseable {

    private static final String MAIN = "io.livemark.demo.Shop";
    private static final String PROBES = "/META-INF/livemark/probes/";
    private static final int PATIENCE_SECONDS = 10;

    private final Process process;
    private final Path directory;
    private final BufferedReader said;
    private final Writer told;

    private ShopProcess(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.told = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts the shop, with the Java that runs us, and waits until it is open. */
    static ShopProcess start() throws Problem {
        return start(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    static ShopProcess start(String java) throws Problem {
        Path directory = null;
        try {
            directory = Files.createTempDirectory("livemark-demo-");
            Process process = new ProcessBuilder(
                            java, "-XX:+UseSerialGC", "-Xmx64m", "-cp", ownJar(), MAIN, directory.toString())
                    .redirectError(errors(directory).toFile())
                    .start();
            ShopProcess shop = new ShopProcess(process, directory);
            shop.awaitReady();
            return shop;
        } catch (IOException e) {
            delete(directory);
            throw new Problem(
                    "the shop cannot be started: " + e.getMessage(),
                    "livemark demo needs " + java + ", and some space in " + System.getProperty("java.io.tmpdir"));
        }
    }

    long pid() {
        return process.pid();
    }

    /** Calls this, on some thread, once the shop has gone. */
    void whenGone(Runnable action) {
        process.onExit().thenRun(action);
    }

    /** {@return what its JVM has printed on standard error} */
    List<String> complaints() {
        try {
            return Files.readAllLines(errors(directory), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Has it pay an order back; {@return what it says of that} */
    String refund() throws Problem {
        try {
            told.write("refund\n");
            told.flush();
            String answer = said.readLine();
            if (answer != null) {
                return answer;
            }
        } catch (IOException e) {
            // It has gone, as where it does not answer.
        }
        throw gone();
    }

    /** Writes the source of a probe where the reader can open it; {@return the file} */
    Path probe(String number, String name) throws Problem {
        Path file = directory.resolve(name + ".java");
        try (InputStream in = ShopProcess.class.getResourceAsStream(PROBES + number + "/" + name + ".java")) {
            Files.write(file, in.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new Problem("the source of a probe cannot be written to " + file + ": " + e.getMessage(), "");
        }
    }

    /** Closes the shop; {@return what its customers noticed} */
    String end() throws Problem {
        try {
            told.close();
            String last = said.readLine();
            if (last == null || !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw gone();
            } else if (process.exitValue() != 0) {
                throw new Problem("the shop did not answer every request as it should: " + last, "");
            }
            return last;
        } catch (IOException e) {
            throw gone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gone();
        }
    }

    @Override
    public void close() {
        try {
            told.close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            delete(directory);
        }
    }

    Problem gone() {
        List<String> complaints = complaints();
        return new Problem(
                "the JVM of the shop has gone"
                        + (complaints.isEmpty() ? "" : "; it said: " + String.join("\n  ", complaints)),
                "livemark demo   starts another");
    }

    private void awaitReady() throws IOException {
        if (!"ready".equals(said.readLine())) {
            String complaints = String.join("\n  ", complaints());
            close();
            throw new IOException("its JVM has ended" + (complaints.isEmpty() ? "" : "; it said: " + complaints));
        }
    }

    /** The jar that we run from; it has the shop and the API too. */
    private static String ownJar() {
        try {
            return Path.of(ShopProcess.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError("class files come from files", e);
        }
    }

    private static Path errors(Path directory) {
        return directory.resolve("stderr");
    }

    /** As the shop itself does where it can: all that is in it lies flat. */
    private static void delete(Path directory) {
        File[] files = directory == null ? null : directory.toFile().listFiles();
        if (files != null) {
            for (File file : files) {
                file.delete();
            }
            directory.toFile().delete();
        }
    }
}
