/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void values_that_cannot_change_say_themselves() {
        assertNull(Text.of(null));
        assertEquals("x", Text.of("x"));
        assertEquals("42", Text.of(42));
        assertEquals("1.50", Text.of(new BigDecimal("1.50")));
        assertEquals("PT2S", Text.of(Duration.ofSeconds(2)));
        assertEquals("SECONDS", Text.of(TimeUnit.SECONDS));
        assertEquals("int[]", Text.of(int[].class));
    }

    @Test
    void code_of_the_application_is_never_called() {
        BigDecimal own = new BigDecimal("1") {
            private static final long serialVersionUID = 1;

            @Override
            public String toString() {
                throw new AssertionError("called");
            }
        };
        assertIdentity(own, getClass().getName() + "$1@");
        assertIdentity(List.of(own), "java.util.ImmutableCollections$List12@");
        assertIdentity(new int[3], "int[]@");
    }

    @Test
    void a_number_as_long_as_memory_is_not_written_out() {
        assertIdentity(BigInteger.ONE.shiftLeft(1 << 20), "java.math.BigInteger@");
        assertIdentity(new BigDecimal(BigInteger.ONE.shiftLeft(1 << 20)), "java.math.BigDecimal@");
    }

    private static void assertIdentity(Object value, String start) {
        assertTrue(Text.of(value).startsWith(start), Text.of(value));
    }
}
