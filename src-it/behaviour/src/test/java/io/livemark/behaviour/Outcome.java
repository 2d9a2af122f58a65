/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour;

import io.livemark.behaviour.generate.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares what programs did in two rounds. */
final class Outcome {

    private static final int CONTEXT = 8;

    private final Programs programs;

    Outcome(Programs programs) {
        this.programs = programs;
    }

    /** The programs did the same, to the last event. */
    void sameTraces(Path expected, Path actual) {
        same(expected, actual, ".trace");
    }

    /** The marks passed on the same. */
    void sameReceived(Path expected, Path actual) {
        same(expected, actual, ".received");
    }

    /** Nothing arrived at any probe. */
    void nothingReceived(Path actual) {
        for (Program program : programs.all) {
            Path file = actual.resolve(program.name() + ".received");
            if (!lines(file).contains("hits 0")) {
                throw new AssertionError("a probe was hit: " + file);
            }
        }
    }

    /** Every program does something, and hits marks; else the comparisons would say nothing. */
    void isWorthwhile(Path recorded) {
        for (Program program : programs.all) {
            if (lines(recorded.resolve(program.name() + ".trace")).size() < 20
                    || lines(recorded.resolve(program.name() + ".received")).size() < 20) {
                throw new AssertionError(program.name() + " does hardly anything:\n" + program.source());
            }
        }
    }

    private void same(Path expected, Path actual, String suffix) {
        for (Program program : programs.all) {
            Path one = expected.resolve(program.name() + suffix);
            Path other = actual.resolve(program.name() + suffix);
            List<String> wanted = lines(one);
            List<String> got = lines(other);
            if (!wanted.equals(got)) {
                int at = 0;
                while (at < wanted.size() && at < got.size() && wanted.get(at).equals(got.get(at))) {
                    at++;
                }
                throw new AssertionError(program.name() + ": the runs part at line " + (at + 1) + "\n--- " + one
                        + part(wanted, at) + "\n--- " + other + part(got, at) + "\n--- source\n"
                        + numbered(program.source()));
            }
        }
    }

    private static String part(List<String> lines, int at) {
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(0, at - CONTEXT); i < Math.min(lines.size(), at + CONTEXT); i++) {
            text.append(i == at ? "\n  > " : "\n    ").append(lines.get(i));
        }
        return text.toString();
    }

    private static String numbered(String source) {
        StringBuilder text = new StringBuilder();
        int number = 1;
        for (String line : source.split("\n")) {
            text.append(number++).append("  ").append(line).append('\n');
        }
        return text.toString();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
