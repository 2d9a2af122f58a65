/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

/**
 * How a command of {@link LivemarkHere} ended.
 *
 * @param target the JVM that it was about
 * @param command its words
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
public record Said(ForkedJvm target, String command, int code, String out, String err) {

    private static final int UNREACHABLE = 3;

    /** How many lines of a thread dump a failure shows; some applications have thousands of threads. */
    private static final int LINES = 400;

    /** The exit code. */
    public Said exits(int expected) {
        if (code != expected) {
            throw failure("was to exit with " + expected + ", not " + code);
        }
        return this;
    }

    /** Has this text on its standard output. */
    public Said says(String text) {
        if (!out.contains(text)) {
            throw failure("'" + text + "' missing from stdout");
        }
        return this;
    }

    /** Has this text on its standard error. */
    public Said complains(String text) {
        if (!err.contains(text)) {
            throw failure("'" + text + "' missing from stderr");
        }
        return this;
    }

    /** {@return an assertion that shows everything; the threads of the JVM too where it did not answer} */
    public AssertionError failure(String what) {
        StringBuilder text = new StringBuilder(what)
                .append("\n$ livemark ")
                .append(command)
                .append("\n(exit ")
                .append(code)
                .append(")\n")
                .append(out)
                .append(err);
        if (code == UNREACHABLE) {
            text.append("\nthreads of the JVM:");
            ThreadDump.of(target.pid()).stream()
                    .limit(LINES)
                    .forEach(line -> text.append("\n    ").append(line));
        }
        return target.failure(text.toString());
    }
}
