/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;

/**
 * Some threads that ask for things all the time, and check the answers: mostly they look and buy; now and then they want
 * what takes long, or what the shop must refuse, or fails at.
 */
final class Customers {

    private static final int MANY = 6;
    private static final int MOST_PAUSE_MILLIS = 50;
    private static final int PATIENCE_MILLIS = 2_000;
    private static final String[] ITEMS = {"oak-lamp", "steel-chair", "glass-table", "paper-clock", "blue-vase"};

    private final List<Thread> threads = new ArrayList<>();
    private final LongAdder asked = new LongAdder();
    private final LongAdder right = new LongAdder();
    private final FrontDoor frontDoor;
    private volatile boolean areOut;

    Customers(FrontDoor frontDoor) {
        this.frontDoor = frontDoor;
    }

    void start() {
        for (int i = 1; i <= MANY; i++) {
            Random random = new Random(i);
            Thread thread = new Thread(() -> shop(random), "customer-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Returns when each has its last answer. */
    void close() {
        areOut = true;
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether every answer was what was expected. */
    boolean areContent() {
        return asked.sum() == right.sum();
    }

    private void shop(Random random) {
        try {
            while (!areOut) {
                Thread.sleep(1 + random.nextInt(MOST_PAUSE_MILLIS));
                asked.increment();
                if (isAnsweredRight(random.nextInt(100), ITEMS[random.nextInt(ITEMS.length)])) {
                    right.increment();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAnsweredRight(int percent, String item) {
        if (percent < 50) {
            return is(200, "GET", "/items", "");
        } else if (percent < 72) {
            return is(201, "POST", "/orders", item);
        } else if (percent < 75) {
            return is(402, "POST", "/orders", FrontDoor.TOO_DEAR);
        } else if (percent < 88) {
            return is(200, "GET", "/search", item);
        } else if (percent < 92) {
            return is(200, "GET", "/search/anywhere", item);
        } else if (percent < 95) {
            return is(404, "GET", "/orders", "7");
        } else if (percent < 99) {
            return is(200, "GET", "/rating", item);
        }
        return is(500, "GET", "/rating", FrontDoor.UNRATED);
    }

    private boolean is(int status, String method, String path, String parameter) {
        return frontDoor.answer(method, path, parameter) == status;
    }

    /** {@return what they noticed of all that was done to the shop} */
    @Override
    public String toString() {
        return "asked " + asked + ", answered as expected " + right;
    }
}
