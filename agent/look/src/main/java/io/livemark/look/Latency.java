/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import io.livemark.ProbeContext;
import java.util.BitSet;

/** {@code livemark latency}: nanoseconds from a begin to the end of the same thread, or with the same key. */
public final class Latency extends Hist {

    private final Begins begins = new Begins();
    private final BitSet ends = new BitSet();
    private long toldNanos;
    private long told;
    private boolean isLastTold;

    /**
     * Makes one without a number.
     *
     * @param context of the probe
     * @param markers how many markers there are
     * @param keys how many keys a row has
     * @param ends the numbers of the markers that end something; the others have no values
     */
    public Latency(ProbeContext context, int markers, int keys, int... ends) {
        super(context, markers, keys);
        for (int end : ends) {
            this.ends.set(end);
        }
    }

    /** {@return the bits of a key that is this thread's own} */
    public long self() {
        return ThreadName.idOfThis();
    }

    /**
     * Something begins now.
     *
     * @param bits of the key
     * @param object of the key
     */
    public void begin(long bits, Object object) {
        begins.put(bits, object, System.nanoTime());
    }

    /**
     * Something ends now.
     *
     * @param bits of the key
     * @param object of the key
     * @return how many nanoseconds after its begin; negative where there was none
     */
    public long end(long bits, Object object) {
        long now = System.nanoTime();
        Begins.Begin begun = begins.take(bits, object);
        return begun == null ? -1 : Math.max(0, now - begun.nanos);
    }

    @Override
    boolean hasValues(int marker) {
        return ends.get(marker);
    }

    @Override
    boolean fill(Out to, long now, boolean isLast) {
        if (isLast && !isLastTold) {
            isLastTold = true;
            unmatched(begins.open(), to);
        } else if (!isLast && now - toldNanos > settings.everyNanos()) {
            toldNanos = now;
            long all = begins.lost() + begins.missed() + begins.dropped();
            if (all > told) {
                told = all;
                unmatched(0, to);
            }
        }
        return super.fill(to, now, isLast);
    }

    private void unmatched(long open, Out to) {
        to.put(Tag.UNMATCHED);
        to.number(begins.lost());
        to.number(begins.missed());
        to.number(begins.dropped());
        to.number(open);
    }
}
