/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

import static io.livemark.Mark.label;
import static io.livemark.Mark.mark;

import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Packs and ships orders, one after the other, on a thread of its own. Its loop starts with the shop and ends with it:
 * whoever attaches finds it running.
 */
final class Dispatcher implements AutoCloseable {

    private static final int MOST_WAITING = 10_000;
    private static final long POLL_MILLIS = 50;

    private final BlockingQueue<Order> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::loop, "dispatcher");
    private final Database database;
    private volatile boolean open = true;

    Dispatcher(Database database) {
        this.database = database;
    }

    void start() {
        thread.start();
    }

    /** Puts an order into the queue; false where that is full. */
    boolean take(Order order) {
        return queue.offer(order);
    }

    private void loop() {
        while (open || !queue.isEmpty()) {
            mark("dispatch.loop queued={}", queue.size());
            Order order = next();
            if (order == null) {
                mark("dispatch.idle");
            } else {
                ship(order);
            }
        }
    }

    private Order next() {
        try {
            return queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException nobodyHereInterrupts) {
            open = false;
            return null;
        }
    }

    private void ship(Order order) {
        try {
            database.update("UPDATE orders SET state = 'packed' WHERE id = ? AND state = 'placed'", order.id());
            label("order.packed");
            mark("order.shipped id={} slip={}", order.id(), (Supplier<String>) () -> slip(order));
        } catch (SQLException e) {
            mark("order.stuck id={} cause={}", order.id(), e);
        }
    }

    /** What would be printed and put into the parcel. */
    private static String slip(Order order) {
        return String.format("%d x %s, paid %.2f", order.quantity(), order.item(), order.total());
    }

    /** Ships what is still in the queue, then ends the loop. */
    @Override
    public void close() {
        open = false;
        Threads.await(thread);
    }
}
