/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/** Threads that wait inside a method, and go on to its mark when they are told to. */
final class OldFramesTarget {

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final Thread thread = new Thread(this::pause, "paused");

    private OldFramesTarget() {
        thread.setDaemon(true);
    }

    public static void main(String[] args) throws Exception {
        Deque<OldFramesTarget> paused = new ArrayDeque<>();
        Console.serve((command, argument) -> {
            switch (command) {
                case "enter" -> {
                    OldFramesTarget next = new OldFramesTarget();
                    paused.add(next);
                    next.thread.start();
                    next.inside.await();
                }
                case "go" -> {
                    OldFramesTarget first = paused.remove();
                    first.go.countDown();
                    first.thread.join();
                }
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private void pause() {
        inside.countDown();
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        String name = thread.getName();
        mark("paused.after name={}", name);
    }
}
