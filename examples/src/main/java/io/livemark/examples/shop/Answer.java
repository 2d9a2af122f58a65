/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

/** What goes back to the customer. */
record Answer(int status, String type, String body) {

    static Answer json(int status, String json) {
        return new Answer(status, "application/json", json + "\n");
    }

    static Answer text(int status, String text) {
        return new Answer(status, "text/plain; charset=utf-8", text + "\n");
    }

    static Answer error(int status, String message) {
        return json(status, Json.object("error", message));
    }
}
