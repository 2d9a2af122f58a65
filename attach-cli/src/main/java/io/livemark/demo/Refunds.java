/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.demo;

import static io.livemark.Mark.mark;

/** Pays orders back. The JVM loads the class with the first refund: the marker {@code refund.paid} is not there before. */
final class Refunds {

    private Refunds() {}

    static int pay(Database database, long id) {
        Order order = database.order(id);
        if (order == null) {
            return 404;
        }
        database.update("UPDATE orders SET state = 'refunded' WHERE id = ?");
        mark("refund.paid id={} amount={}", id, order.total());
        return 200;
    }
}
