/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The log of the compilers of a target, written with {@link #option}. */
final class Compilations {

    /** Compile ID, attributes ({@code %} for on-stack replacement), level, method, and what became of it. */
    private static final Pattern LINE =
            Pattern.compile("\\s(\\d+)\\s+([%sb!n ]*)\\s([0-4])\\s+(\\S+::\\S+)(?: @ \\d+)? \\(\\d+ bytes\\)(.*)");

    private final Path log;

    Compilations(Path log) {
        this.log = log;
    }

    /** The option that makes a JVM write the log. */
    String option() {
        return "-Xlog:jit+compilation=debug:file=" + log;
    }

    /** Compilations by C2 of a method, entered from inside its loop, that are in use. */
    Set<String> ofTheLoopIn(Class<?> type, String method) {
        Set<String> valid = new LinkedHashSet<>();
        try {
            for (String line : Files.readAllLines(log)) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.find() && matcher.group(4).equals(type.getName() + "::" + method)) {
                    if (matcher.group(5).contains("made ")) {
                        valid.remove(matcher.group(1));
                    } else if (matcher.group(2).contains("%")
                            && matcher.group(3).equals("4")) {
                        valid.add(matcher.group(1));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return valid;
    }
}
