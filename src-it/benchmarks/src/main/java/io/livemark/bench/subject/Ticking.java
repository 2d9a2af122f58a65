/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.subject;

import static io.livemark.Mark.mark;

import java.io.IOException;

/** Hits one mark every millisecond, on one thread: an idle server. */
public final class Ticking {

    private Ticking() {}

    public static void main(String[] args) throws IOException {
        Thread clock = new Thread(Ticking::run, "clock");
        clock.setDaemon(true);
        clock.start();
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // Until the driver has gone.
        }
    }

    private static void run() {
        for (int n = 0; ; n++) {
            Tick.of(n, "word");
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A class of its own: one with a running loop is not retransformed. */
    private static final class Tick {

        private static void of(int n, String word) {
            mark("bench.tick n={} word={}", n, word);
        }
    }
}
