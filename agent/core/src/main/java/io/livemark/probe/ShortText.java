/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.io.Writer;

/** The beginning of a text, as much as goes into an answer; an exception may have megabytes to say. */
final class ShortText extends Writer {

    static final int MOST = 16_384;

    private final StringBuilder kept = new StringBuilder();

    @Override
    public void write(char[] text, int from, int length) {
        kept.append(text, from, Math.min(length, MOST - kept.length()));
    }

    @Override
    public void write(String text, int from, int length) {
        kept.append(text, from, from + Math.min(length, MOST - kept.length()));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    @Override
    public String toString() {
        return kept.length() < MOST ? kept.toString() : kept + "…";
    }
}
