/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

import static io.livemark.Mark.mark;

import java.sql.SQLException;
import java.util.List;

/** Takes orders and finds them again. */
final class Orders {

    private static final int MOST_AT_ONCE = 100;

    private final Database database;
    private final Dispatcher dispatcher;

    Orders(Database database, Dispatcher dispatcher) {
        this.database = database;
        this.dispatcher = dispatcher;
    }

    Answer place(String item, long quantity) throws SQLException {
        if (quantity < 1 || quantity > MOST_AT_ONCE) {
            return Answer.error(400, "quantity must be from 1 to " + MOST_AT_ONCE);
        }
        List<Double> prices = database.query("SELECT price FROM item WHERE name = ?", row -> row.getDouble(1), item);
        if (prices.isEmpty()) {
            return Answer.error(404, "no item " + item);
        }
        double total = prices.get(0) * quantity;
        long id = database.update(
                "INSERT INTO orders (item, quantity, total, state) VALUES (?, ?, ?, 'placed')", item, quantity, total);
        Order order = new Order(id, item, (int) quantity, total, "placed");
        if (!dispatcher.take(order)) {
            database.update("DELETE FROM orders WHERE id = ?", id);
            return Answer.error(503, "the dispatcher is behind, please come back");
        }
        mark("order.placed id={} item={} total={}", order.id(), order.item(), order.total());
        return Answer.json(201, order.json());
    }

    Answer find(long id) throws SQLException {
        List<Order> orders = database.query(
                "SELECT id, item, quantity, total, state FROM orders WHERE id = ?",
                row -> new Order(row.getLong(1), row.getString(2), row.getInt(3), row.getDouble(4), row.getString(5)),
                id);
        return orders.isEmpty()
                ? Answer.error(404, "no order " + id)
                : Answer.json(200, orders.get(0).json());
    }
}
