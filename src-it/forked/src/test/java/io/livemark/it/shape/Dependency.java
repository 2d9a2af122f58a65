/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * A package that needs another, as the JDK's {@code jdeps} sees it.
 *
 * @param from the package that needs
 * @param to the package that is needed
 * @param where the module or the directory where that was found, or {@code not found}
 */
record Dependency(String from, String to, String where) {

    private static final Pattern LINE = Pattern.compile("\\s+(\\S+)\\s+-> (\\S+)\\s+(.*\\S)\\s*");

    /** {@return all of the compiled classes of a room} */
    static List<Dependency> of(Path classes) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(out, out, "-verbose:package", "-filter:none", classes.toString());
        assertEquals(0, code, said::toString);
        List<Dependency> all = said.toString()
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Dependency(line.group(1), line.group(2), line.group(3)))
                .toList();
        assertFalse(all.isEmpty(), "no classes in " + classes);
        return all;
    }

    /** {@return those that lead out of the JDK; what the bridge adds to {@code java.lang} is not of the JDK} */
    static Stream<Dependency> beyondTheJdk(Path classes) {
        return of(classes).stream().filter(dependency -> !dependency.where.matches("(java|jdk)\\..*"));
    }

    @Override
    public String toString() {
        return from + " -> " + to + " (" + where + ")";
    }
}
