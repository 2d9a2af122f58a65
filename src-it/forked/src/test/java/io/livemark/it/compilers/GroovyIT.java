/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.compilers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.HoweverTheAgentComes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groovy, compiled statically; and once as it is by itself, where no call to a mark is in the class file. */
@HoweverTheAgentComes
class GroovyIT extends ShopTestBase {

    @TempDir
    static Path classes;

    private static final String COMMANDS =
            "placed operator trait primitives objects five spread strings conditions switches tries"
                    + " suppliers effects closures dynamic dynamicClosure dynamicFive dynamicShared";

    private static Shop shop;

    @BeforeAll
    static void compile() {

        shop = Shop.compiled(Compiler.GROOVY, "groovy", "shop.Shop", COMMANDS, classes);
    }

    @Override
    Shop shop() {
        return shop;
    }

    @Test
    void calls_that_are_made_at_run_time_are_no_sites() {
        assertEquals(List.of(), about("dynamic.", runs.sites()));
        assertEquals(List.of(), about("hit dynamic.", runs.armed()));
    }

    @Test
    void such_a_call_is_delivered_where_a_site_of_the_same_text_takes_the_shim() {
        int told = runs.armed().indexOf("> dynamicShared");
        assertEquals("hit value.spread [o-11, dynamic]", runs.armed().get(told + 1));
    }

    private static List<String> about(String text, List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(text)).toList();
    }
}
