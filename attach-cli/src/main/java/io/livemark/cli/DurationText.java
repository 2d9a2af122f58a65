/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads and writes times: {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}. */
final class DurationText implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        int unit = 0;
        while (unit < text.length() && text.charAt(unit) >= '0' && text.charAt(unit) <= '9') {
            unit++;
        }
        try {
            Duration duration = of(Long.parseLong(text.substring(0, unit)), text.substring(unit));
            if (duration.toMillis() > 0) {
                return duration;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Neither a number nor a unit, or more than a long takes; one sentence serves all.
        }
        throw new TypeConversionException("\"" + text + "\" is no duration like 500ms, 10s, 2m or 1h");
    }

    /** A short time for people: {@code 3.1 ms}. */
    static String millis(long nanos) {
        long tenths = (nanos + 50_000) / 100_000;
        return tenths / 10 + "." + tenths % 10 + " ms";
    }

    private static Duration of(long number, String unit) {
        switch (unit) {
            case "ms":
                return Duration.ofMillis(number);
            case "s":
                return Duration.ofSeconds(number);
            case "m":
                return Duration.ofMinutes(number);
            case "h":
                return Duration.ofHours(number);
            default:
                throw new IllegalArgumentException(unit);
        }
    }
}
