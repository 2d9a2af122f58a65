/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.look.Tag;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The records that every probe of a one-line command sends, and what is to be said of them. */
public final class Common {

    private final Control control;
    private final Map<Integer, Clock> clocks = new HashMap<>();
    private final Map<Integer, Long> taken = new HashMap<>();

    /**
     * The clock of a JVM.
     *
     * @param nanoTime its {@code System.nanoTime} …
     * @param epochNanos … at this moment
     */
    private record Clock(long nanoTime, long epochNanos) {}

    /**
     * Makes what serves one JVM.
     *
     * @param control of the command
     */
    public Common(Control control) {
        this.control = control;
    }

    /**
     * Takes a record where it is one of these.
     *
     * @param tag of the record
     * @param source that it is from
     * @param records behind the tag
     * @return whether it was
     */
    public boolean takes(byte tag, int source, Records records) {
        switch (tag) {
            case Tag.CLOCK:
                clocks.put(source, new Clock(records.eight(), records.eight()));
                return true;
            case Tag.THREW:
                long count = records.number();
                threw(source, count, records.text());
                return true;
            case Tag.TAKEN:
                long sum = records.number();
                Long before = taken.put(source, sum);
                control.taken(sum - (before == null ? 0 : before));
                return true;
            case Tag.OVER:
                control.stop();
                return true;
            default:
                return false;
        }
    }

    /**
     * When something happened.
     *
     * @param source that says so
     * @param nanoTime of its JVM
     * @return nanoseconds since 1970
     */
    public long epochNanos(int source, long nanoTime) {
        Clock clock = clocks.get(source);
        return clock == null
                ? TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis())
                : clock.epochNanos + nanoTime - clock.nanoTime;
    }

    private void threw(int source, long count, String first) {
        control.failed(
                "threw " + source,
                (count == 1 ? "an expression threw once" : "expressions threw " + count + " times")
                        + ", and these hits were left out: " + first,
                first.startsWith(NullPointerException.class.getName())
                        ? "look for null: --where 'id != null && id.isEmpty()'"
                        : "--where   can leave such hits out: --where 'n != 0 && total / n > 5'");
    }
}
