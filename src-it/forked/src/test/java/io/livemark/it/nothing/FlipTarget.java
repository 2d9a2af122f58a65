/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.nothing;

import static io.livemark.Mark.mark;

import io.livemark.it.CodeSize;
import io.livemark.it.Console;
import java.time.Duration;

/** A hot method with a mark, and the same without. */
public final class FlipTarget {

    /** Long enough for the compiler, which works beside: a tenth of a second or so. */
    private static final int ENOUGH_FOR_C2 = 30_000_000;

    /** Read in straight code without a call or a loop: nothing for a profile to differ about from run to run. */
    private static final int[] TABLE = new int[16];

    /** The compiler may be busy with what the flips have thrown away. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static volatile boolean running = true;
    private static volatile int turns;

    private FlipTarget() {}

    public static void main(String[] args) throws Exception {
        Thread hot = new Thread(FlipTarget::spin, "hot");
        hot.setDaemon(true);
        hot.start();
        Console.serve((command, argument) -> {
            switch (command) {
                case "turns" -> awaitTurns(Integer.parseInt(argument));
                case "stop" -> {
                    running = false;
                    hot.join();
                }
                case "size" -> System.out.println(CodeSize.of(argument, () -> run(argument), PATIENCE));
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private static void spin() {
        long sum = 0;
        for (int n = 0; running; n++) {
            sum += marked(n, "word");
            turns = n;
        }
        TABLE[0] = (int) sum & 1;
    }

    private static void awaitTurns(int more) {
        int goal = turns + more;
        while (turns - goal < 0) {
            Thread.onSpinWait();
        }
    }

    private static long run(String method) {
        long sum = 0;
        for (int i = 0; i < ENOUGH_FOR_C2; i++) {
            sum += method.equals("plain") ? plain(i, "word") : marked(i, "word");
        }
        return sum;
    }

    private static int plain(int n, String word) {
        int hash = (n ^ n >>> 7) * 31;
        hash = (hash ^ hash >>> 11) * 17 + TABLE[hash & 15];
        return hash;
    }

    private static int marked(int n, String word) {
        int hash = (n ^ n >>> 7) * 31;
        hash = (hash ^ hash >>> 11) * 17 + TABLE[hash & 15];
        mark("flip.marked n={} hash={} word={}", n, hash, word);
        return hash;
    }
}
