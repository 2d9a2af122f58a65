/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.run;

/** An object that programs make, read and write. Its text has an effect. */
public class Thing {

    /** How many there are since the program began. */
    public static int created;

    /** Its place in the order of creation. */
    public final int number = created++;

    /** Whatever the program has it for. */
    public int num;

    public Thing(int num) {
        this.num = num;
    }

    @Override
    public String toString() {
        Trace.note("toString", number);
        return "thing" + num;
    }
}
