/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One customer: sends one request after the other, a fixed time apart, and looks at every answer. */
final class Customer implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client;
    private final LoadOptions options;
    private final Wishes wishes;
    private final Tally tally;
    private final Stop stop;

    Customer(HttpClient client, LoadOptions options, int number, Tally tally, Stop stop) {
        this.client = client;
        this.options = options;
        this.wishes = new Wishes(number);
        this.tally = tally;
        this.stop = stop;
    }

    @Override
    public void run() {
        long intervalNanos = TimeUnit.SECONDS.toNanos(1) * options.threads() / options.rate();
        long next = System.nanoTime();
        while (stop.goOnAt(next)) {
            send(wishes.next());
            // After a slow answer the rate goes on from here: a burst to catch up would be another load.
            next = Math.max(next + intervalNanos, System.nanoTime());
        }
    }

    private void send(Wish wish) {
        HttpRequest request = HttpRequest.newBuilder(options.url().resolve(wish.path()))
                .timeout(PATIENCE)
                .method(wish.method(), BodyPublishers.noBody())
                .build();
        tally.sent();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (wish.isGranted(answer.statusCode(), answer.body())) {
                tally.right();
                wishes.granted(wish, answer.body());
            } else {
                tally.wrong(wish + " was answered with " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            tally.unanswered(wish + " was not answered: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tally.unanswered(wish + " was not waited for");
        }
    }
}
