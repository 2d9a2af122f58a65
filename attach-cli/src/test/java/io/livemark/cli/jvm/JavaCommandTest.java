/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JavaCommandTest {

    @Test
    void the_name_is_the_main_class_or_the_file_name_of_the_jar() {
        assertEquals("shop.Shop", name("/usr/bin/java", "-Xmx1g", "-cp", "a.jar:b", "shop.Shop", "-jar", "x.jar"));
        assertEquals("shop.jar", name("java", "-jar", "/opt/shop/shop.jar", "8080"));
        assertEquals(
                "shop/shop.Main", name("java", "-p", "mods", "--add-modules", "ALL-SYSTEM", "-m", "shop/shop.Main"));
        assertEquals("shop/shop.Main", name("java", "--module=shop/shop.Main"));
        assertEquals("Shop.java", name("java", "--source", "17", "src/Shop.java"));
    }

    @Test
    void a_program_that_is_not_java_goes_by_its_own_name() {
        assertEquals("javac", name("/usr/bin/javac", "--release", "17", "A.java"));
        assertEquals("sleep", name("sleep", "100"));
    }

    @Test
    void what_may_be_in_an_argument_file_is_not_guessed() {
        assertEquals("", name("java", "@options", "argument"));
        assertEquals("shop.jar", name("java", "@options", "-jar", "shop.jar"));
        assertEquals("", name("java"));
        assertEquals("", JavaCommand.name("").trim());
    }

    @Test
    void options_are_whole_words() {
        assertTrue(JavaCommand.has("java\0-XX:+DisableAttachMechanism\0Shop\0", "-XX:+DisableAttachMechanism"));
        assertFalse(JavaCommand.has("java\0-Dx=-XX:+DisableAttachMechanism\0Shop\0", "-XX:+DisableAttachMechanism"));
    }

    private static String name(String... words) {
        return JavaCommand.name(String.join("\0", words) + "\0");
    }
}
