/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import java.math.BigInteger;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads and writes times: {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}. */
final class DurationText implements ITypeConverter<Duration> {

    /** More than a year, and so little that nobody who adds a few of them, or counts their nanoseconds, runs over. */
    private static final Duration MOST = Duration.ofHours(10_000);

    @Override
    public Duration convert(String text) {
        int unit = 0;
        while (unit < text.length() && text.charAt(unit) >= '0' && text.charAt(unit) <= '9') {
            unit++;
        }
        long unitMillis = unitMillis(text.substring(unit));
        if (unit == 0 || unitMillis == 0) {
            throw noDuration(text);
        }
        BigInteger millis = new BigInteger(text.substring(0, unit)).multiply(BigInteger.valueOf(unitMillis));
        if (millis.signum() == 0) {
            throw noDuration(text);
        } else if (millis.compareTo(BigInteger.valueOf(MOST.toMillis())) > 0) {
            throw new TypeConversionException("\"" + text + "\" is too long; the most is " + MOST.toHours() + "h");
        }
        return Duration.ofMillis(millis.longValue());
    }

    private static TypeConversionException noDuration(String text) {
        return new TypeConversionException("\"" + text + "\" is no duration like 500ms, 10s, 2m or 1h");
    }

    /** A short time for people: {@code 3.1 ms}. */
    static String millis(long nanos) {
        long tenths = (nanos + 50_000) / 100_000;
        return tenths / 10 + "." + tenths % 10 + " ms";
    }

    /** 0 for what is no unit. */
    private static long unitMillis(String unit) {
        switch (unit) {
            case "ms":
                return 1;
            case "s":
                return 1_000;
            case "m":
                return 60_000;
            case "h":
                return 3_600_000;
            default:
                return 0;
        }
    }
}
