/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.compilers;

import io.livemark.it.HoweverTheAgentComes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The program for Scala 2, compiled by Scala 3. */
@HoweverTheAgentComes
class Scala3IT extends ShopTestBase {

    @TempDir
    static Path classes;

    private static Shop shop;

    @BeforeAll
    static void compile() {

        shop = Shop.compiled(Compiler.SCALA_3, "scala", "shop.Shop", Scala2IT.COMMANDS, classes);
    }

    @Override
    Shop shop() {
        return shop;
    }
}
