/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.guest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends requests to a server without pause, from a thread of its own, until it is closed. */
final class Requests implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String orders;
    private final AtomicInteger answered = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "requests");
    private volatile boolean closed;
    private volatile String failure;

    Requests(String port) {
        orders = "http://localhost:" + port + "/shop/orders";
        thread.start();
    }

    /** {@return the body of the answer to a request} */
    String get(String query) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(orders + "?" + query))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? response.body() : "status " + response.statusCode();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    /** Ends. Every request must have been answered with its order. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null || answered.get() == 0) {
            throw new AssertionError("after " + answered + " requests: " + failure);
        }
    }

    private void run() {
        while (!closed && failure == null) {
            String body = get("id=load&total=0");
            if (body.equals("order load")) {
                answered.incrementAndGet();
            } else {
                failure = body;
            }
        }
    }
}
