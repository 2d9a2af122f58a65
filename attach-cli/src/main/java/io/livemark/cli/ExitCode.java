/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

/** How a command ends. */
public enum ExitCode {
    /** Everything was done that was asked for. */
    DONE(0, "done"),
    /** The agent refused, or something else failed; the message says what. */
    FAILED(1, "refused or failed"),
    /** The command line cannot be understood. */
    USAGE(2, "wrong usage"),
    /** No JVM, or not one, or not one that lets us in or answers. */
    UNREACHABLE(3, "the JVM could not be reached"),
    /** The probes are out, but what {@code unload --wait} was to wait for was not seen in time. */
    NOT_SEEN(4, "unloaded, but not everything that was waited for was seen in time");

    private final int code;
    private final String sentence;

    ExitCode(int code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /**
     * {@return the number that the shell sees}
     */
    public int code() {
        return code;
    }

    /**
     * {@return what the number means, for tables}
     */
    public String sentence() {
        return sentence;
    }
}
