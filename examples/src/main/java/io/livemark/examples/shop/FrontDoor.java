/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

import static io.livemark.Mark.mark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;

/** Where every request comes in and every answer goes out. */
final class FrontDoor implements HttpHandler {

    private final Routes routes;
    private final LongAdder answered = new LongAdder();

    FrontDoor(Routes routes) {
        this.routes = routes;
    }

    long answered() {
        return answered.sum();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        mark("http.request.begin method={} path={}", method, path);

        Answer answer = answer(path, Request.of(method, exchange.getRequestURI()));
        int status = answer.status();
        try (exchange) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes(); // or the connection could not be used again
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            answered.increment();
        } finally {
            long nanos = System.nanoTime() - start;
            mark("http.request.end path={} status={} nanos={}", path, status, nanos);
        }
    }

    private Answer answer(String path, Request request) {
        try {
            return routes.answer(request);
        } catch (SQLException | RuntimeException e) {
            mark("http.request.failed path={} cause={}", path, e);
            return Answer.error(500, "sorry, that was our fault");
        }
    }
}
