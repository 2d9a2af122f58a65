/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

/** How a run of the command line ended. Every failed expectation shows all of it. */
public final class Output {

    private final Child child;
    private final int code;

    Output(Child child, int code) {
        this.child = child;
        this.code = code;
    }

    /** The exit code. */
    public Output exits(int expected) {
        if (code != expected) {
            throw child.failure("was to exit with " + expected + ", not " + code);
        }
        return this;
    }

    /** Has this text on its standard output. */
    public Output says(String text) {
        if (!out().contains(text)) {
            throw child.failure("'" + text + "' missing from stdout");
        }
        return this;
    }

    /** Has a match of this regular expression on its standard output. */
    public Output saysLike(String regex) {
        if (!java.util.regex.Pattern.compile(regex).matcher(out()).find()) {
            throw child.failure("nothing like '" + regex + "' on stdout");
        }
        return this;
    }

    /** Has this text on its standard error. */
    public Output complains(String text) {
        if (!err().contains(text)) {
            throw child.failure("'" + text + "' missing from stderr");
        }
        return this;
    }

    /** Neither of its streams has this text; for stack traces and the like. */
    public Output keepsQuietAbout(String text) {
        if (out().contains(text) || err().contains(text)) {
            throw child.failure("'" + text + "' should not be shown");
        }
        return this;
    }

    /** {@return its standard output as JSON: maps, lists, strings, doubles, booleans, null} */
    public Object json() {
        try {
            return Json.parse(out());
        } catch (IllegalArgumentException e) {
            throw failure("no JSON on stdout: " + e.getMessage());
        }
    }

    /** {@return an assertion that shows everything} */
    public AssertionError failure(String what) {
        return child.failure(what);
    }

    /** {@return its standard output} */
    public String out() {
        return String.join("\n", child.out());
    }

    /** {@return its standard error} */
    public String err() {
        return String.join("\n", child.err());
    }
}
