/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.util.concurrent.CountDownLatch;

/** Threads that a probe keeps inside its handler until they are let go. */
public final class HeldTarget {

    private static volatile CountDownLatch letGo = new CountDownLatch(1);
    private static volatile CountDownLatch isInside = new CountDownLatch(1);
    private static volatile Object kept;

    private HeldTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            switch (command) {
                case "hold" -> hold(argument);
                case "release" -> {
                    letGo.countDown();
                    letGo = new CountDownLatch(1);
                }
                case "turn" -> turn(Integer.parseInt(argument));
                case "forget" -> kept = null;
                case "gc" -> System.gc();
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    /** For the probe: its thread stays here. */
    public static void inside() {
        CountDownLatch gate = letGo;
        isInside.countDown();
        boolean open = false;
        while (!open) {
            try {
                gate.await();
                open = true;
            } catch (InterruptedException e) {
                // It is to stay.
            }
        }
    }

    /** For the probe: it stays reachable. */
    public static void keep(Object probe) {
        kept = probe;
    }

    private static void hold(String kind) throws Exception {
        isInside = new CountDownLatch(1);
        Runnable turn = () -> turn(1);
        if (kind.equals("virtual")) {
            // By reflection: these classes are compiled for JDK 17.
            Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, turn);
        } else {
            Thread thread = new Thread(turn, "holder");
            thread.setDaemon(true);
            thread.start();
        }
        isInside.await();
    }

    private static void turn(int n) {
        mark("held.turn n={}", n);
    }
}
