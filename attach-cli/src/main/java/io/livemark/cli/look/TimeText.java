/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

/** The time of an event: of the day, as the clock on the wall has it; for programs in full, and in UTC. To the microsecond. */
final class TimeText {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int DIGITS = 6;

    private final DateTimeFormatter format;
    private final String end;
    private long second = Long.MIN_VALUE;
    private String upToSecond = "";

    TimeText(boolean isFull) {
        format = DateTimeFormatter.ofPattern(isFull ? "uuuu-MM-dd'T'HH:mm:ss." : "HH:mm:ss.")
                .withZone(isFull ? ZoneOffset.UTC : ZoneId.systemDefault());
        end = isFull ? "Z" : "";
    }

    void add(long epochNanos, Text text) {
        long seconds = Math.floorDiv(epochNanos, SECOND);
        if (seconds != second) {
            second = seconds;
            upToSecond = format.format(Instant.ofEpochSecond(seconds));
        }
        text.add(upToSecond)
                .padded(Math.floorMod(epochNanos, SECOND) / TimeUnit.MICROSECONDS.toNanos(1), DIGITS)
                .add(end);
    }
}
