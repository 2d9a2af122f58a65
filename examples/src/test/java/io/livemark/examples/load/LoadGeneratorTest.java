/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The load generator against the shop, against a server that answers wrongly, and against nothing. */
@Timeout(60)
class LoadGeneratorTest {

    @Test
    void gets_an_answer_as_expected_to_every_request_of_the_shop() throws Exception {
        Process shop = java("io.livemark.examples.shop.Main");
        try (BufferedReader out = shop.inputReader()) {
            String port = out.readLine().substring("ready ".length());
            Tally tally = run(Integer.parseInt(port), 2, 400);
            assertEquals(List.of(), tally.complaints());
            assertTrue(tally.allRight(), tally.toString());
        } finally {
            shop.destroyForcibly();
        }
    }

    @Test
    void sees_wrong_answers() throws Exception {
        HttpServer wrong = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        wrong.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        wrong.start();
        try {
            Tally tally = run(wrong.getAddress().getPort(), 1, 50);
            assertFalse(tally.allRight());
            assertTrue(tally.toString().matches("sent (\\d+), answered \\1, wrong \\1"), tally.toString());
            assertTrue(tally.complaints().get(0).contains("was answered with 200"));
        } finally {
            wrong.stop(0);
        }
    }

    @Test
    void sees_missing_answers() throws Exception {
        int nobodyListens;
        try (ServerSocket closedAgain = new ServerSocket(0)) {
            nobodyListens = closedAgain.getLocalPort();
        }
        Tally tally = run(nobodyListens, 1, 50);
        assertFalse(tally.allRight());
        assertTrue(tally.toString().matches("sent [1-9]\\d*, answered 0, wrong 0"), tally.toString());
    }

    @Test
    void ends_on_sigterm_with_a_status_that_tells_of_the_answers() throws Exception {
        Process shop = java("io.livemark.examples.shop.Main");
        try (BufferedReader out = shop.inputReader()) {
            String url = "http://localhost:" + out.readLine().substring("ready ".length());
            Process load = java(LoadGenerator.class.getName(), "--url", url, "--seconds", "60");
            awaitFirstOrder(url);
            load.toHandle().destroy(); // Process.destroy would close the stream that we read
            String said = new String(load.getInputStream().readAllBytes());
            assertTrue(said.matches("sent (\\d+), answered \\1, wrong 0\\R"), said);
            assertEquals(0, load.waitFor());
        } finally {
            shop.destroyForcibly();
        }
    }

    /** The load generator has begun once the shop knows of an order. */
    private static void awaitFirstOrder(String url) throws Exception {
        HttpRequest first =
                HttpRequest.newBuilder(URI.create(url + "/orders/1001")).build();
        HttpClient client = HttpClient.newHttpClient();
        long end = System.nanoTime() + 30_000_000_000L;
        while (client.send(first, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
            assertTrue(System.nanoTime() < end, "no order in 30 s");
        }
    }

    @Test
    void keeps_to_this_machine_and_to_its_bounds() {
        assertRefused("--url must be an http address of this machine", "--url", "http://192.0.2.1:80");
        assertRefused("--seconds must be from 1 to 600", "--url", "http://localhost:1", "--seconds", "601");
        assertRefused("--rate must be from 1 to 5000", "--url", "http://localhost:1", "--rate", "many");
        assertRefused("--threads needs a value", "--url", "http://localhost:1", "--threads");
        assertRefused("no such option: --speed", "--speed", "9");
        assertRefused("--url is missing");
    }

    private static void assertRefused(String message, String... args) {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> LoadOptions.parse(args));
        assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
    }

    private static Tally run(int port, int seconds, int rate) throws Exception {
        LoadOptions options = LoadOptions.parse("--url", "http://localhost:" + port, "--rate", "" + rate);
        Tally tally = new Tally();
        LoadGenerator.run(options, tally, new Stop(Duration.ofSeconds(seconds)));
        return tally;
    }

    private static Process java(String main, String... args) throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main);
        java.command().addAll(List.of(args));
        return java.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
