/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.demo;

import static io.livemark.Mark.mark;

/** Where every request comes in and every answer goes out; on the threads of the customers. */
final class FrontDoor {

    /** Nobody's card pays for it. */
    static final String TOO_DEAR = "gold-watch";

    /** Nobody has reviewed it, so that its rating divides by zero: a bug, and left in to be looked at. */
    static final String UNRATED = "gift-card";

    private static final int STARS = 9;

    private final Database database;
    private final Dispatcher dispatcher;

    FrontDoor(Database database, Dispatcher dispatcher) {
        this.database = database;
        this.dispatcher = dispatcher;
    }

    /** {@return the status of the answer} */
    int answer(String method, String path, String parameter) {
        long start = System.nanoTime();
        mark("http.request.begin method={} path={}", method, path);
        int status = 500;
        try {
            status = serve(method + " " + path, parameter);
        } catch (RuntimeException e) {
            mark("http.request.failed path={} cause={}", path, e);
        } finally {
            long nanos = System.nanoTime() - start;
            mark("http.request.end path={} status={} nanos={}", path, status, nanos);
        }
        return status;
    }

    private int serve(String request, String parameter) {
        switch (request) {
            case "GET /items":
                return found(database.query("SELECT name, price FROM item", Database.QUICK, 1));
            case "GET /orders":
                return found(database.order(Long.parseLong(parameter)));
            case "POST /orders":
                return buy(parameter);
            case "GET /rating":
                return rating(parameter);
            case "GET /search":
                return found(database.query("SELECT text FROM review WHERE item = ?", Database.QUICK, 1));
            case "GET /search/anywhere":
                // No index helps here: every review is read, which takes a while.
                return found(database.query("SELECT text FROM review WHERE text LIKE ?", Database.SLOW, 1));
            case "GET /refund":
                // A static call and no field, so that nothing loads the class before the first refund.
                return Refunds.pay(database, Long.parseLong(parameter));
            default:
                return 404;
        }
    }

    private int buy(String item) {
        double total = 10.5 * item.length();
        if (item.equals(TOO_DEAR)) {
            mark("payment.declined item={} total={}", item, total);
            return 402;
        }
        Order order = database.insert(item, total);
        mark("payment.taken order={} total={}", order.id(), order.total());
        mark("order.placed id={} item={} total={}", order.id(), order.item(), order.total());
        dispatcher.take(order);
        return 201;
    }

    private int rating(String item) {
        int reviews = item.equals(UNRATED) ? 0 : 2;
        return found(database.query("SELECT SUM(stars), COUNT(*) FROM review", Database.QUICK, STARS / reviews));
    }

    private static int found(Object row) {
        return row == null ? 404 : 200;
    }
}
