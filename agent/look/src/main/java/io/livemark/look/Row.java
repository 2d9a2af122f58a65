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

    /** The number of the marker. */
    final int marker;

    /** How many keys it has. */
    final int depth;

    final transient Row parent;

    /** The number of its parent, which a hit has at hand; negative for none. */
    private final int under;

    final long bits;
    final transient Object object;
    long told;
    boolean isNamed;

    Row(int number, int marker, Row parent, long bits, Object object) {
        this.number = number;
        this.marker = marker;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.parent = parent;
        this.under = parent == null ? -1 : parent.number;
        this.bits = bits;
        this.object = object;
    }

    /**
     * @param otherParent its number
     */
    final boolean is(int otherParent, long otherBits, Object otherObject) {
        return bits == otherBits && under == otherParent && Values.same(object, otherObject);
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
