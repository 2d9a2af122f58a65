/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the command line says to its probe, as arguments of the load.
 *
 * @param everyNanos how often counts are sent
 * @param limit how many hits are looked at
 * @param buffer how many events wait at most; a power of two
 * @param isLossless whether to stop rather than to drop an event
 * @param keys how many rows there are at most
 * @param linear least value, greatest and width of the linear buckets of a histogram; empty where it has none
 * @param frames how many frames of a stack there are at most
 * @param depth how many levels of the fields of objects are shown
 * @param isToString whether objects are shown by their {@code toString}
 */
record Settings(
        long everyNanos,
        long limit,
        int buffer,
        boolean isLossless,
        int keys,
        double[] linear,
        int frames,
        int depth,
        boolean isToString) {

    static Settings of(Map<String, String> given) {
        return new Settings(
                TimeUnit.MILLISECONDS.toNanos(number(given, "every", 1_000)),
                number(given, "limit", Long.MAX_VALUE),
                powerOfTwo((int) number(given, "buffer", 1 << 17)),
                given.containsKey("lossless"),
                (int) number(given, "keys", 10_000),
                linear(given.get("linear")),
                (int) number(given, "frames", 64),
                (int) number(given, "depth", 0),
                "toString".equals(given.get("render")));
    }

    private static long number(Map<String, String> given, String name, long otherwise) {
        String text = given.get(name);
        return text == null ? otherwise : Long.parseLong(text);
    }

    private static double[] linear(String text) {
        String[] parts = text == null ? new String[0] : text.split(",");
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Double.parseDouble(parts[i]);
        }
        return numbers;
    }

    private static int powerOfTwo(int least) {
        return Integer.highestOneBit(Math.max(least, 2) - 1) << 1;
    }
}
