/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.demo;

import static io.livemark.Mark.label;
import static io.livemark.Mark.mark;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Ships orders, on a thread of its own, whose loop runs before anybody attaches. */
final class Dispatcher {

    private static final long POLL_MILLIS = 50;

    private final BlockingQueue<Order> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::loop, "dispatcher");
    private final Database database;
    private volatile boolean isOpen = true;

    Dispatcher(Database database) {
        this.database = database;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void take(Order order) {
        queue.add(order);
    }

    void close() {
        isOpen = false;
    }

    private void loop() {
        try {
            while (isOpen) {
                mark("dispatch.loop queued={}", queue.size());
                Order order = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (order != null) {
                    database.update("UPDATE orders SET state = 'packed' WHERE id = ?");
                    label("order.packed");
                    // A supplier is called only while somebody looks.
                    mark("order.shipped id={} slip={}", order.id(), (Supplier<String>) order::toString);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
