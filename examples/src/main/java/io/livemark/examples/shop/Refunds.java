/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

import static io.livemark.Mark.mark;

import java.sql.SQLException;
import java.util.List;

/**
 * Pays orders back. Nothing refers to this class but the route to it, so the JVM loads it with the first refund: the
 * marker {@code refund.paid} does not exist before.
 */
final class Refunds {

    private Refunds() {}

    static Answer pay(Database database, long id) throws SQLException {
        List<Double> totals = database.query("SELECT total FROM orders WHERE id = ?", row -> row.getDouble(1), id);
        if (totals.isEmpty()) {
            return Answer.error(404, "no order " + id);
        }
        // The change of state decides who pays: of two refunds at once, one changes no row.
        if (database.update("UPDATE orders SET state = 'refunded' WHERE id = ? AND state <> 'refunded'", id) == 0) {
            return Answer.error(409, "order " + id + " was refunded already");
        }
        double amount = totals.get(0);
        mark("refund.paid id={} amount={}", id, amount);
        return Answer.json(200, Json.object("id", id, "amount", amount));
    }
}
