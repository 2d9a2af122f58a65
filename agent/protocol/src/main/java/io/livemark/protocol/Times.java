/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

/** Times and numbers for people. */
public final class Times {

    private static final long SECOND = 1_000_000_000;

    private Times() {}

    /**
     * A time: {@code 3.1 ms}, from a second on {@code 12.5 s}.
     *
     * @param nanos the time
     * @return it, with one decimal
     */
    public static String text(long nanos) {
        boolean seconds = nanos >= SECOND;
        long tenth = seconds ? SECOND / 10 : 100_000;
        long tenths = (nanos + tenth / 2) / tenth;
        return tenths / 10 + "." + tenths % 10 + (seconds ? " s" : " ms");
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
