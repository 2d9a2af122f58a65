/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * What the terminal can show. Where that is ASCII, our own words and pictures are; what the application says is passed on as it is,
 * for whoever reads it may know better than the locale.
 */
public final class Characters {

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final String ASCII_BARS = ".:-=+*#@";

    private Characters() {}

    /** {@return whether the locale says that the terminal shows more than ASCII} */
    public static boolean areUtf8() {
        for (String name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            String value = System.getenv(name);
            if (value != null && !value.isEmpty()) {
                return value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
            }
        }
        return false;
    }

    /** A text with those of our own characters in ASCII that are not. */
    static String plain(String text) {
        String plain = text.replace("…", "...").replace("↑↓", "Up/Down");
        for (int i = 0; i < BARS.length(); i++) {
            plain = plain.replace(BARS.charAt(i), ASCII_BARS.charAt(i));
        }
        return plain;
    }

    /** Writes on as {@link #plain(String)}; for messages and help, not for data. */
    static PrintWriter plain(PrintWriter to) {
        return new PrintWriter(new Plain(to), true);
    }

    private static final class Plain extends FilterWriter {

        Plain(Writer to) {
            super(to);
        }

        @Override
        public void write(int character) throws IOException {
            out.write(plain(String.valueOf((char) character)));
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            out.write(plain(new String(characters, offset, length)));
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            out.write(plain(text.substring(offset, offset + length)));
        }
    }
}
