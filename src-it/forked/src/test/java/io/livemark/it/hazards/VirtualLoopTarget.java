/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;

/** An endless loop with a mark in it, in a virtual thread; needs JDK 21. */
final class VirtualLoopTarget {

    private static volatile long turns;

    private VirtualLoopTarget() {}

    public static void main(String[] args) throws Exception {
        // By reflection: these classes are compiled for JDK 17.
        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, (Runnable) VirtualLoopTarget::loop);
        turn(1_000_000);
        Console.serve((command, argument) -> turn(Long.parseLong(argument)));
    }

    private static void loop() {
        for (long n = 0; ; n++) {
            mark("virtual.turn n={}", n);
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
