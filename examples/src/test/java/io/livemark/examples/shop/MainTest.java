/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shop as a process of its own. */
@Timeout(60)
class MainTest {

    @TempDir
    private Path logs;

    @Test
    void says_when_it_is_ready_and_closes_when_asked() throws Exception {
        Process shop = start();
        try (BufferedReader out = shop.inputReader()) {
            String port = readyPort(out);
            assertEquals("closing\n", send("POST", port, "/shutdown"));
            assertEquals("stopped, answered 1", lastLine(out));
            assertEquals(0, shop.waitFor());
        } finally {
            shop.destroyForcibly();
        }
    }

    @Test
    void closes_in_order_on_sigterm() throws Exception {
        Process shop = start();
        try (BufferedReader out = shop.inputReader()) {
            send("GET", readyPort(out), "/items");
            shop.toHandle().destroy(); // Process.destroy would close the stream that we read
            assertEquals("stopped, answered 1", lastLine(out));
            assertTrue(shop.waitFor(10, TimeUnit.SECONDS));
        } finally {
            shop.destroyForcibly();
        }
    }

    @Test
    void loads_the_class_of_refunds_with_the_first_refund_and_not_before() throws Exception {
        Path log = logs.resolve("classes.log");
        Process shop = start("-Xlog:class+load=info:file=" + log);
        try (BufferedReader out = shop.inputReader()) {
            String port = readyPort(out);
            send("GET", port, "/items");
            assertTrue(Files.readString(log).contains(Routes.class.getName() + " source:"));
            assertFalse(Files.readString(log).contains(Refunds.class.getName() + " source:"));
            send("GET", port, "/refund?order=7");
            assertTrue(Files.readString(log).contains(Refunds.class.getName() + " source:"));
        } finally {
            shop.destroyForcibly();
        }
    }

    private static String readyPort(BufferedReader out) throws Exception {
        String line = out.readLine();
        assertTrue(line != null && line.startsWith("ready "), "said " + line);
        return line.substring("ready ".length());
    }

    private static String lastLine(BufferedReader out) throws Exception {
        String last = "";
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            last = line;
        }
        return last;
    }

    private static Process start(String... vmOptions) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(vmOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "--port", "0"));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String send(String method, String port, String path) throws Exception {
        URI uri = URI.create("http://localhost:" + port + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
