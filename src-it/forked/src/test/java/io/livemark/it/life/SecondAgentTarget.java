/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;

/** Threads that stand inside methods with marks, while agents come and go; each goes on when it is told to. */
final class SecondAgentTarget {

    private SecondAgentTarget() {}

    public static void main(String[] args) throws Exception {
        Deque<Straight> waiting = new ArrayDeque<>();
        Loop loop = new Loop();
        Console.serve((command, argument) -> {
            switch (command) {
                case "enter" -> {
                    Straight next = new Straight();
                    waiting.add(next);
                    start(next::run);
                    next.inside.await();
                }
                case "go" -> {
                    waiting.peek().go.countDown();
                    waiting.remove().done.await();
                }
                case "through" -> {
                    Straight next = new Straight();
                    next.go.countDown();
                    next.run();
                }
                case "loop" -> {
                    start(loop::run);
                    loop.turn(-1);
                }
                case "turn" -> loop.turn(Integer.parseInt(argument));
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private interface Task {
        void run() throws InterruptedException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Stands in front of its mark. */
    private static final class Straight {

        private final CountDownLatch inside = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private final CountDownLatch done = new CountDownLatch(1);

        private void run() throws InterruptedException {
            pass();
            done.countDown();
        }

        private void pass() throws InterruptedException {
            inside.countDown();
            go.await();
            mark("second.straight");
        }
    }

    /** Comes by its mark over and over. */
    private static final class Loop {

        private final SynchronousQueue<Integer> turns = new SynchronousQueue<>();
        private final SynchronousQueue<Integer> done = new SynchronousQueue<>();

        private void run() throws InterruptedException {
            while (true) {
                int n = turns.take();
                mark("second.turn n={}", n);
                done.put(n);
            }
        }

        private void turn(int n) throws InterruptedException {
            turns.put(n);
            done.take();
        }
    }
}
