/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;

/** Runs an endless loop with a mark in it, which has been compiled before {@code ready} is said. */
public final class RunningLoopTarget {

    private static volatile long turns;

    private static volatile boolean stop;

    private RunningLoopTarget() {}

    public static void main(String[] args) throws Exception {
        start();
        turn(5_000_000);
        Console.serve((command, argument) -> {
            switch (command) {
                // Returns once the loop has made so many more turns: whatever is to happen in it has had its chance.
                case "turn" -> turn(Long.parseLong(argument));
                case "restart" -> {
                    stop = true;
                    turns = 0;
                    start();
                }
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private static void start() {
        stop = false;
        Thread thread = new Thread(() -> loop("word"), "loop");
        thread.setDaemon(true);
        thread.start();
    }

    private static void loop(String word) {
        long n = 0;
        while (!stop) {
            n++;
            mark("loop.turn n={} word={}", n, word);
            turns = n;
        }
    }

    private static void turn(long more) {
        long goal = turns + more;
        while (turns < goal) {
            Thread.onSpinWait();
        }
    }
}
