/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

import java.sql.SQLException;

/** Which request goes to which part of the shop. */
final class Routes {

    private final Catalogue catalogue;
    private final Orders orders;
    private final Database database;
    private final Runnable stop;

    Routes(Catalogue catalogue, Orders orders, Database database, Runnable stop) {
        this.catalogue = catalogue;
        this.orders = orders;
        this.database = database;
        this.stop = stop;
    }

    Answer answer(Request request) throws SQLException {
        return switch (request.method() + " /" + request.segment(0)) {
            case "GET /items" -> items(request);
            case "GET /search" ->
                catalogue.search(
                        request.parameter("text"),
                        !request.parameter("anywhere").isEmpty());
            case "GET /orders" -> orders.find(Request.number(request.segment(1)));
            case "POST /orders" ->
                orders.place(request.parameter("item"), Request.number(request.parameter("quantity")));
            // A static call and no field, so that nothing loads the class before the first refund.
            case "GET /refund" -> Refunds.pay(database, Request.number(request.parameter("order")));
            case "POST /shutdown" -> shutdown();
            default -> Answer.error(404, "nothing here");
        };
    }

    private Answer items(Request request) throws SQLException {
        if (request.segments().size() == 1) {
            return catalogue.items();
        }
        return request.segment(2).equals("rating")
                ? catalogue.rating(request.segment(1))
                : Answer.error(404, "nothing here");
    }

    private Answer shutdown() {
        stop.run();
        return Answer.text(200, "closing");
    }
}
