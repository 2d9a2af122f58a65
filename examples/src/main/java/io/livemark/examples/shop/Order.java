/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

/** What somebody bought. */
record Order(long id, String item, int quantity, double total, String state) {

    String json() {
        return Json.object("id", id, "item", item, "quantity", quantity, "total", total, "state", state);
    }
}
