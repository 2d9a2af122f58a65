/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountTableTest {

    private final CountTable table = new CountTable(List.of(), false);

    @Test
    void rows_are_in_the_order_of_their_hits_and_changed_ones_are_told_once() {
        CountTable.Hits few = table.hits(name("few"));
        CountTable.Hits many = table.hits(name("many"));
        table.add(few, 1, 0);
        table.add(many, 5, 0);
        assertEquals(List.of("many", "few"), markers(table.rows()));
        assertEquals(List.of("many", "few"), markers(table.changed()));
        assertEquals(List.of(), markers(table.changed()));
        table.add(few, 1, 0);
        assertEquals(List.of("few"), markers(table.changed()));
        assertEquals(7, table.total());
    }

    @Test
    void what_several_loaders_count_under_one_name_is_one_row() {
        assertEquals(table.hits(name("a")), table.hits(name("a")));
        table.add(table.hits(name("a")), 2, 1.5);
        table.add(table.hits(name("a")), 3, 2.0);
        assertEquals(5, table.rows().get(0).getValue().total());
        assertEquals(3.5, table.rows().get(0).getValue().rate());
    }

    private static CountTable.Name name(String marker) {
        return new CountTable.Name("", marker, List.of());
    }

    private static List<String> markers(List<java.util.Map.Entry<CountTable.Name, CountTable.Hits>> rows) {
        return rows.stream().map(row -> row.getKey().marker()).toList();
    }
}
