/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.compilers;

import io.livemark.it.HoweverTheAgentComes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Scala 2: values boxed by its own runtime, closures, traits, arguments by name. */
@HoweverTheAgentComes
class Scala2IT extends ShopTestBase {

    @TempDir
    static Path classes;

    static final String COMMANDS =
            "created placed operator trait primitives objects five spread interpolations conditions"
                    + " matches tries suppliers effects lazy byName closures comprehension partial generic countdown nested found";

    private static Shop shop;

    @BeforeAll
    static void compile() {

        shop = Shop.compiled(Compiler.SCALA_2, "scala", "shop.Shop", COMMANDS, classes);
    }

    @Override
    Shop shop() {
        return shop;
    }
}
