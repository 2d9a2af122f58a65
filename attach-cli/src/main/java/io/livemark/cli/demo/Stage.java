/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.demo;

import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the reader sees: words, and commands that are shown before they run. Once it is over, all of it does nothing. */
final class Stage {

    private final Runner livemark;
    private final PrintWriter out;
    private final CountDownLatch over = new CountDownLatch(1);

    Stage(Runner livemark, PrintWriter out) {
        this.livemark = livemark;
        this.out = out;
    }

    /** The reader has seen enough. Safe on any thread. */
    void end() {
        over.countDown();
    }

    boolean isOver() {
        if (out.checkError()) {
            // livemark demo | head: nobody reads any more.
            end();
        }
        return over.getCount() == 0;
    }

    void says(String text) {
        if (!isOver()) {
            out.println(text);
        }
    }

    /** Says something though it may be over. */
    void saysLast(String text) {
        out.println(text);
    }

    /** Says what comes next. */
    void step(String what) {
        says("");
        says("== " + what);
    }

    /** Runs a command in sight of the reader, so that it can be repeated. */
    void livemark(String... words) throws Problem {
        if (!isOver()) {
            StringBuilder shown = new StringBuilder("$ livemark");
            for (String word : words) {
                shown.append(' ').append(quoted(word));
            }
            out.println(shown);
            int code = livemark.run(words);
            if (code != 0 && !isOver()) {
                throw new Problem("that step failed with exit code " + code, "");
            }
        }
    }

    /** Gives the reader, or the shop, some time. */
    void pause(long millis) {
        try {
            over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
        }
    }

    /** Waits until it is over. */
    void pause() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
        }
    }

    /** As a shell needs a word that it would take for something else. */
    static String quoted(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!Character.isLetterOrDigit(c) && "_./:=,-".indexOf(c) < 0) {
                return "'" + word + "'";
            }
        }
        return word;
    }
}
