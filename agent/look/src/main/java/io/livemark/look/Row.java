/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.util.concurrent.atomic.LongAdder;

/** What is counted under one combination of keys. One with more keys has the one without the last for its parent. */
public class Row extends LongAdder {

    private static final long serialVersionUID = 1;

    /** Its own. */
    final int number;

    /** What it adds to the hash of the rows below it. */
    final long seed;

    /** The number of the marker. */
    final int marker;

    /** How many keys it has. */
    final int depth;

    final transient Row parent;
    final long bits;
    final transient Object object;
    long told;
    boolean isNamed;

    Row(int number, int marker, Row parent, long bits, Object object) {
        this.number = number;
        this.seed = number * 0x632be5abL;
        this.marker = marker;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.parent = parent;
        this.bits = bits;
        this.object = object;
    }

    final boolean is(Row otherParent, long otherBits, Object otherObject) {
        return bits == otherBits && parent == otherParent && Values.same(object, otherObject);
    }

    /** Writes what it is called: marker and keys. */
    final void name(int number, Out out) {
        out.put(Tag.ROW);
        out.number(number);
        out.number(marker);
        out.number(depth);
        keys(out, Out.TEXTS / Math.max(1, depth));
    }

    private void keys(Out out, int most) {
        if (parent == null) {
            return;
        }
        parent.keys(out, most);
        if (object instanceof Kind) {
            out.value((Kind) object, bits);
        } else {
            out.value(object, most);
        }
    }
}
