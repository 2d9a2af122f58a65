/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.load;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one customer wants next: mostly to look and to buy, now and then something that the shop must refuse (404, 400),
 * fails at (500) or takes long for. For one thread.
 */
final class Wishes {

    private static final String[] ITEMS = {"oak-lamp", "steel-chair", "glass-table", "paper-clock", "blue-vase"};
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private final Random random;
    private String lastOrder = "";
    private String lastItem = "";
    private String wanted = "";

    Wishes(long seed) {
        random = new Random(seed);
    }

    Wish next() {
        int percent = random.nextInt(100);
        String item = ITEMS[random.nextInt(ITEMS.length)];
        int quantity = 1 + random.nextInt(9);
        if (percent < 45) {
            return Wish.get("/items", 200, "{\"name\":\"" + item + "\",\"price\":");
        } else if (percent < 70) {
            wanted = item;
            String bought = "\"item\":\"" + item + "\",\"quantity\":" + quantity;
            return Wish.post("/orders?item=" + item + "&quantity=" + quantity, 201, bought);
        } else if (percent < 80 && !lastOrder.isEmpty()) {
            return Wish.get("/orders/" + lastOrder, 200, "\"item\":\"" + lastItem + "\"");
        } else if (percent < 88) {
            return Wish.get("/search?text=" + item, 200, item + " number ");
        } else if (percent < 91) {
            return Wish.get("/search?anywhere=yes&text=" + item + "%20number%20" + quantity, 200, item);
        } else if (percent < 95) {
            return Wish.get("/orders/7", 404, "no order 7");
        } else if (percent < 97) {
            return Wish.post("/orders?item=" + item + "&quantity=0", 400, "quantity must be");
        } else if (percent < 99) {
            return Wish.get("/items/" + item + "/rating", 200, "\"stars\":");
        } else {
            return Wish.get("/items/gift-card/rating", 500, "our fault");
        }
    }

    /** Takes note of an order that was placed, to ask for it later. */
    void granted(Wish wish, String body) {
        Matcher id = ID.matcher(body);
        if (wish.status() == 201 && id.find()) {
            lastOrder = id.group(1);
            lastItem = wanted;
        }
    }
}
