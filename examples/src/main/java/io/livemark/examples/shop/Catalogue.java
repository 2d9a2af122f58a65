/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

import static io.livemark.Mark.mark;

import io.livemark.Mark;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** What may be looked at: the items, their ratings, and a search in their reviews. */
final class Catalogue {

    private static final String OF_AN_ITEM = "SELECT text FROM review WHERE item = ? ORDER BY id LIMIT 10";

    /** No index helps here: every review is read, which takes a while. */
    private static final String ANYWHERE = "SELECT text FROM review WHERE LOWER(text) LIKE ? ORDER BY id DESC LIMIT 10";

    private final Database database;

    Catalogue(Database database) {
        this.database = database;
    }

    Answer items() throws SQLException {
        List<String> items = database.query(
                "SELECT name, price FROM item ORDER BY id",
                row -> Json.object("name", row.getString(1), "price", row.getDouble(2)));
        return Answer.json(200, Json.array(items));
    }

    /** The average of the stars. An item that nobody reviewed divides by zero: a bug, and left in to be looked at. */
    Answer rating(String item) throws SQLException {
        List<long[]> sums = database.query(
                "SELECT COALESCE(SUM(stars), 0), COUNT(*) FROM review WHERE item = ?",
                row -> new long[] {row.getLong(1), row.getLong(2)},
                item);
        long stars = sums.get(0)[0] / sums.get(0)[1];
        return Answer.json(200, Json.object("item", item, "stars", stars));
    }

    /** Finds reviews of an item by its name, which is fast, or by any part of their text, which is not. */
    Answer search(String text, boolean anywhere) throws SQLException {
        String sql = anywhere ? ANYWHERE : OF_AN_ITEM;
        String wanted = anywhere ? "%" + text.toLowerCase(Locale.ROOT) + "%" : text;
        if (Mark.armed("search.plan")) {
            mark("search.plan text={} plan={}", text, plan(sql, wanted));
        }
        List<String> found = database.query(sql, row -> Json.object("review", row.getString(1)), wanted);
        return Answer.json(200, Json.array(found));
    }

    /** How the database goes about it, from running the query once more: only for somebody who looks. */
    private String plan(String sql, String wanted) throws SQLException {
        return database.query("EXPLAIN ANALYZE " + sql, row -> row.getString(1), wanted)
                .get(0);
    }
}
