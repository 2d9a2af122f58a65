/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends one request and prints the answer: what {@code curl} does, where there is none. Exits with 1 from status 400 on. */
public final class Ask {

    private Ask() {}

    /**
     * Asks once.
     *
     * @param args the method and the address, as in {@code GET http://localhost:8080/items}
     * @throws InterruptedException never: nobody interrupts the main thread
     */
    public static void main(String... args) throws InterruptedException {
        if (args.length != 2) {
            System.err.println("usage: java -cp shop.jar io.livemark.examples.load.Ask GET|POST URL");
            System.exit(2);
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(args[1]))
                .timeout(Duration.ofSeconds(10))
                .method(args[0], BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            System.out.println(answer.statusCode() + " " + answer.body().strip());
            System.exit(answer.statusCode() < 400 ? 0 : 1);
        } catch (IOException e) {
            System.err.println("no answer from " + args[1] + ": " + e);
            System.exit(1);
        }
    }
}
