/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.run;

/** An object that programs make, read and write. Its text has an effect. */
public class Thing {

    /** How many there are since the program began. */
    public static int created;

    /** For where there is no variable. To read it counts as an effect, since it might initialise this class. */
    public static final Thing ONE = new Thing(3);

    /** Likewise. */
    public static final int[] SOME = new int[4];

    /** Its place in the order of creation. */
    public final int number = created++;

    /** Whatever the program has it for. */
    public int num;

    public Thing(int num) {
        this.num = num;
    }

    /** As if none had been made yet, or written to. */
    static void reset() {
        created = 0;
        ONE.num = 3;
        java.util.Arrays.setAll(SOME, i -> i + 1);
    }

    @Override
    public String toString() {
        Trace.note("toString", number);
        return "thing" + num;
    }
}
