/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.run;

/**
 * What a program did, in order: a hash over everything, and the text of the first events. A program runs on one thread.
 */
public final class Trace {

    private static final int FUEL = 4_000;
    private static final int LINES = 3_000;

    private static final StringBuilder TEXT = new StringBuilder();
    private static long hash;
    private static int events;
    private static int fuel;

    private Trace() {}

    static void begin() {
        TEXT.setLength(0);
        hash = 0;
        events = 0;
        fuel = FUEL;
        Thing.reset();
    }

    /** The first events, and what all of them come to. */
    static String end() {
        return TEXT + "events " + events + "\nhash " + hash + "\n";
    }

    /** Loops and methods ask whether there is fuel; so every program ends, and at the same place each time. */
    public static boolean more() {
        return fuel-- > 0;
    }

    /** Notes a value. */
    public static void note(String place, Object value) {
        hash = 31 * (31 * hash + place.hashCode()) + Values.hash(value);
        if (events++ < LINES) {
            TEXT.append(place).append(' ').append(Values.text(value)).append('\n');
        }
    }

    /** Notes an exception: what it is, what it says, and the line of the program that threw it. */
    public static void thrown(String place, Throwable thrown) {
        int line = 0;
        for (StackTraceElement element : thrown.getStackTrace()) {
            if (element.getClassName().startsWith("made.")) {
                line = element.getLineNumber();
                break;
            }
        }
        note(place, thrown.getClass().getName() + ": " + thrown.getMessage() + " at line " + line);
    }

    /** Gives back what it is given, and notes that; a call with an effect. */
    public static int seen(int value) {
        note("seen", value);
        return value;
    }

    /** An array that the compiler of the program does not know the length of. */
    public static Object[] array(Object... elements) {
        return elements;
    }

    /** Stands where a mark was, in the twin of a program. */
    public static void nothing() {}
}
