/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import static io.livemark.Mark.mark;

import com.sun.net.httpserver.HttpServer;
import io.livemark.it.Console;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Marks where OpenTelemetry puts code: in a task that an executor runs, in a method that it was told to trace, around a request
 * over HTTP and in the server's handler of it.
 */
final class TelemetryTarget {

    private TelemetryTarget() {}

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            mark("telemetry.served path={}", exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/order");
        HttpClient client = HttpClient.newHttpClient();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        // The classes of tasks are there from the start: what is attached finds them loaded.
        Task first = new Task(0);
        executor.submit(first).get();
        Console.serve((command, argument) -> {
            int n = Integer.parseInt(argument);
            Task task = new Task(n);
            executor.submit(task).get();
            System.out.println("made " + traced(n) + " " + task.square + " " + request(client, address));
        });
        executor.shutdown();
        server.stop(0);
    }

    /** OpenTelemetry makes a span of each call. */
    private static int traced(int n) {
        mark("telemetry.traced n={}", n);
        return n + 1;
    }

    private static int request(HttpClient client, URI address) throws Exception {
        HttpResponse<Void> response =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
        mark("telemetry.requested status={}", response.statusCode());
        return response.statusCode();
    }

    /** OpenTelemetry adds an interface and a field, for what belongs to the thread that submits the task. */
    private static final class Task implements Runnable {

        private final int n;
        private int square;

        Task(int n) {
            this.n = n;
        }

        @Override
        public void run() {
            mark("telemetry.task n={}", n);
            square = n * n;
        }
    }
}
