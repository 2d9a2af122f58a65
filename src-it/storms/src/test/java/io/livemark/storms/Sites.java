/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms;

import io.livemark.it.Sources;
import io.livemark.storms.run.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The marked classes of the application. Markers take turns: guarded ones, and ones with an argument that must be evaluated. */
final class Sites {

    private static final String HEAD = """
            package storm;
            import io.livemark.Mark;
            import io.livemark.storms.run.Check;
            import io.livemark.storms.run.Group;
            """;

    private static final String MARK = """
                private static long m%1$d(int thread, long n) {
                    Mark.mark("%2$s number={} thread={} n={} check={}", %3$d, thread, n, %4$s);
                    return 31 * n + %3$d;
                }
            """;

    private Sites() {}

    /** {@return a directory with the classes, compiled by the JDK under test} */
    static Path compile(Path directory) {
        StringBuilder source = new StringBuilder(HEAD);
        for (int group = 0; group < Group.GROUPS; group++) {
            source.append(group(group));
        }
        try {
            Path classes = Files.createDirectories(directory.resolve("classes"));
            Sources.compile(Sources.write(directory, "Groups", source.toString()), classes, Target.classPath(classes));
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String group(int group) {
        StringBuilder cases = new StringBuilder();
        StringBuilder methods = new StringBuilder();
        for (int place = 0; place < Group.SIZE; place++) {
            int marker = group * Group.SIZE + place;
            String check = marker % 2 == 0 ? "~n ^ (long) thread << 48" : "Check.asked(thread, n)";
            cases.append("            case ")
                    .append(place)
                    .append(": return m")
                    .append(place)
                    .append("(thread, n);\n");
            methods.append(MARK.formatted(place, Group.marker(marker), marker, check));
        }
        return """
                final class %s implements Group {
                    public long hit(int marker, int thread, long n) {
                        switch (marker) {
                %s            default: throw new IllegalArgumentException();
                        }
                    }
                %s}
                """.formatted(Group.className(group).substring("storm.".length()), cases, methods);
    }
}
