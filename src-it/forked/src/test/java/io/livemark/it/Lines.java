/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One output stream of a child, read by a thread of its own. Keeps everything, and a place up to which it was waited for. */
final class Lines {

    private final List<String> all = new ArrayList<>();
    private int seen;
    private boolean ended;

    static Lines of(InputStream stream, String name) {
        Lines lines = new Lines();
        Thread reader = new Thread(() -> lines.readFrom(stream), name);
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    /** All lines up to and including the first that matches; empty where none came before the deadline or the end. */
    synchronized Optional<List<String>> awaitUpTo(Predicate<String> wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        int next = seen;
        while (true) {
            for (; next < all.size(); next++) {
                if (wanted.test(all.get(next))) {
                    List<String> found = List.copyOf(all.subList(seen, next + 1));
                    seen = next + 1;
                    return Optional.of(found);
                }
            }
            if (ended || !waitUntil(deadline)) {
                return Optional.empty();
            }
        }
    }

    /** Waits until the stream has ended, and gives all of it. */
    synchronized List<String> awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ended && waitUntil(deadline)) {
            // Goes on until one of the two is so.
        }
        return List.copyOf(all);
    }

    synchronized List<String> soFar() {
        return List.copyOf(all);
    }

    private boolean waitUntil(long deadline) {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            return false;
        }
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }

    private void readFrom(InputStream stream) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("(the stream broke: " + e + ")");
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        all.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
