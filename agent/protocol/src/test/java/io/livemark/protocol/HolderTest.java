/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolderTest {

    @Test
    void it_is_called_by_its_kind_its_name_if_it_has_one_and_its_number() {
        assertEquals("thread pool-1 #26", holder("pool-1", false).who());
        assertEquals("virtual thread worker #26", holder("worker", true).who());
        assertEquals("virtual thread #26", holder("", true).who());
    }

    private static Holder holder(String name, boolean isVirtual) {
        return new Holder(name, 26, isVirtual, "WAITING", List.of());
    }
}
