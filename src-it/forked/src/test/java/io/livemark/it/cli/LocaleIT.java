/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.Jdk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that not every terminal can show. */
class LocaleIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ps", "attach", "list", "top", "count", "print", "record", "hist", "latency", "stack", "load", "unload",
                "detach"
            })
    void the_help_of_a_command_is_ascii_where_the_locale_is_not_utf_8(String command) {
        Child help = in("C", command, "--help");
        help.exits(0);
        isAscii(help);
    }

    @Test
    void a_hint_is_ascii_where_the_locale_is_not_utf_8() {
        Child refused = in("C", "print", "1", "order.placed", "--where", " ");
        refused.complains("hint: livemark ... --where");
        refused.exits(1);
        isAscii(refused);
    }

    @Test
    void in_a_locale_that_has_more_characters_they_are_used() {
        Child help = in("C.UTF-8", "top", "--help");
        help.says("\u2191\u2193 choose");
        help.exits(0);
        Child refused = in("C.UTF-8", "print", "1", "order.placed", "--where", " ");
        refused.complains("hint: livemark \u2026 --where");
        refused.exits(1);
    }

    /** Java makes the same of each byte that the charset does not have: such an expression would never be true. */
    @Test
    void an_argument_that_the_locale_cannot_read_is_refused_with_a_locale_that_can() {
        String euro = "exec \"$0\" print 1 order.placed --where \"s == '$(printf '\\342\\202\\254')'\"";
        Child refused = Child.start(List.of(
                "env",
                "LC_ALL=C",
                "JAVA_HOME=" + Jdk.home(),
                "LIVEMARK_CACHE=" + Build.cliJar().resolveSibling("archives"),
                "sh",
                "-c",
                euro,
                Build.launcher().toString()));
        refused.complains("an argument has characters that cannot be read in this locale, ? here: s == '???'");
        refused.complains("hint: LC_ALL=C.UTF-8 livemark ... ");
        refused.exits(2);
        isAscii(refused);
    }

    private static void isAscii(Child child) {
        assertFalse(
                Stream.of(child.out(), child.err())
                        .flatMap(List::stream)
                        .flatMapToInt(String::chars)
                        .anyMatch(c -> c > '~'),
                () -> child.failure("was to be ASCII").getMessage());
    }

    private static Child in(String locale, String... words) {
        List<String> line = new ArrayList<>(List.of("env", "LC_ALL=" + locale, "JAVA_HOME=" + Jdk.home()));
        line.add("LIVEMARK_CACHE=" + Build.cliJar().resolveSibling("archives"));
        line.add(Build.launcher().toString());
        line.addAll(List.of(words));
        return Child.start(line);
    }
}
