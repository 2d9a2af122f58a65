/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.demo;

import static io.livemark.Mark.mark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Remembers the last orders, and takes the time that a database would, without its work. */
final class Database {

    /** What most queries take, in microseconds; some take a little more. */
    static final int QUICK = 300;

    /** What one takes that reads a whole table. */
    static final int SLOW = 20_000;

    private static final int MOST_ORDERS = 1_000;

    private final Map<Long, Order> orders = new ConcurrentHashMap<>();
    private final AtomicLong latest = new AtomicLong(MOST_ORDERS);

    /** {@return the row, once the time is over that it takes to find it} */
    <T> T query(String sql, int micros, T row) {
        long start = System.nanoTime();
        pass(micros);
        long nanos = System.nanoTime() - start;
        mark("db.query sql={} nanos={}", sql, nanos);
        return row;
    }

    /** Null where there is none of this number, or none any more. */
    Order order(long id) {
        return query("SELECT item, total FROM orders WHERE id = ?", QUICK, orders.get(id));
    }

    Order insert(String item, double total) {
        Order order = new Order(latest.incrementAndGet(), item, total);
        orders.put(order.id(), order);
        orders.remove(order.id() - MOST_ORDERS);
        update("INSERT INTO orders (item, total) VALUES (?, ?)");
        return order;
    }

    void update(String sql) {
        long start = System.nanoTime();
        pass(2 * QUICK);
        long nanos = System.nanoTime() - start;
        mark("db.query sql={} nanos={}", sql, nanos);
    }

    /** {@return the number of the order that came last} */
    long latest() {
        return latest.get();
    }

    private static void pass(int micros) {
        LockSupport.parkNanos(1_000L * ThreadLocalRandom.current().nextInt(micros, 2 * micros));
    }
}
