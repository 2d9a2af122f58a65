/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RenderTest {

    private static final String NAME = RenderTest.class.getName();

    private static final class Node {
        private final String name;
        private Node next;

        Node(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            throw new IllegalStateException(name);
        }
    }

    private static final class Money extends BigDecimal {
        private static final long serialVersionUID = 1;

        Money() {
            super(1);
        }

        @Override
        public String toString() {
            throw new IllegalStateException("the application's code");
        }
    }

    private enum Color {
        RED {
            @Override
            public String toString() {
                throw new IllegalStateException();
            }
        }
    }

    @Test
    void what_never_changes_is_kept_as_it_is() {
        Values values = new Values(new Render(0, false));
        for (Object value : new Object[] {null, "text", 7, 2.5, new BigDecimal("1.50"), UUID.randomUUID()}) {
            assertSame(value, values.keep(value));
        }
    }

    @Test
    void the_application_s_code_is_not_called() {
        Values values = new Values(new Render(0, false));
        assertTrue(values.keep(new Node("a")).toString().startsWith(NAME + "$Node@"));
        assertTrue(values.keep(new Money()).toString().startsWith(NAME + "$Money@"));
        assertTrue(values.keep(List.of("a")).toString().startsWith("java.util.ImmutableCollections$List12@"));
        assertEquals("RED", values.keep(Color.RED));
    }

    @Test
    void depth_shows_fields_and_stops_there() {
        Node node = new Node("a");
        node.next = node;
        Values values = new Values(new Render(2, false));
        String shown = values.keep(node).toString();
        String type = NAME + "$Node";
        assertTrue(shown.startsWith(type + "{name=a, next=" + type + "{name=a, next=" + type + "@"), shown);
    }

    @Test
    void what_the_application_throws_when_asked_for_its_text_is_told() {
        Values values = new Values(new Render(0, true));
        assertEquals(NAME + "$Node(java.lang.IllegalStateException)", values.keep(new Node("a")));
    }

    @Test
    void long_texts_and_arrays_are_cut() {
        assertEquals("[1, 2, 3]", new Render(0, false).text(new int[] {1, 2, 3}));
        assertTrue(new Render(0, false).text(new long[100]).endsWith("\u2026100]"));
        assertTrue(
                new Render(0, true).text(new StringBuilder("x".repeat(10_000))).length() < 5_000);
    }
}
