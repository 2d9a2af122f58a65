/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.compilers;

import io.livemark.it.HoweverTheAgentComes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Kotlin: inline functions, default arguments, coroutines, and expressions that put their values into locals first. */
@HoweverTheAgentComes
class KotlinIT extends ShopTestBase {

    @TempDir
    static Path classes;

    private static final String COMMANDS =
            "created placed operator primitives objects five spread templates conditions whens tries"
                    + " suppliers effects extensions measures returns types lambdas destructured finallys pays argument loop tried"
                    + " inlined sequences library";

    private static Shop shop;

    @BeforeAll
    static void compile() {

        shop = Shop.compiled(Compiler.KOTLIN, "kotlin", "shop.ShopKt", COMMANDS, classes);
    }

    @Override
    Shop shop() {
        return shop;
    }
}
