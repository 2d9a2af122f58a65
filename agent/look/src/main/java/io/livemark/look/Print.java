/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import io.livemark.ProbeContext;

/** {@code livemark print}: every hit, with its fields. */
public final class Print extends Look {

    private static final int NAMES = 1 << 10;

    private final Kind[][] kinds;
    private final int[] texts;
    private final Ring ring;
    private final String[] names = new String[NAMES];
    private long lastTime;
    private long toldDropped;
    private boolean isFullTold;

    /**
     * Makes an empty one.
     *
     * @param context of the probe
     * @param markers the types of the fields of each marker: a letter each, as in descriptors, {@code L} for any object
     */
    public Print(ProbeContext context, String... markers) {
        super(context);
        kinds = new Kind[markers.length][];
        texts = new int[markers.length];
        int bits = 0;
        int objects = 0;
        for (int i = 0; i < markers.length; i++) {
            kinds[i] = kinds(markers[i]);
            int primitive = (int) markers[i].chars().filter(c -> c != 'L').count();
            bits = Math.max(bits, primitive);
            objects = Math.max(objects, markers[i].length() - primitive);
            texts[i] = Math.min(8_000, Out.TEXTS / Math.max(1, markers[i].length() - primitive));
        }
        ring = new Ring(settings.buffer(), settings.limit(), settings.isLossless(), bits, objects);
    }

    /** {@return a place for an event, to be filled and given on; null where there is none} */
    public Slot claim() {
        return ring.claim();
    }

    @Override
    boolean fill(Out to, long now, boolean isLast) {
        boolean more = false;
        for (Slot slot = ring.peek(); slot != null && !more; slot = more ? null : ring.peek()) {
            write(slot, to);
            ring.release(slot);
            more = !to.hasRoom();
        }
        if (!more) {
            tell(to);
        }
        return more;
    }

    private void tell(Out to) {
        long dropped = settings.isLossless() || isOver() ? toldDropped : ring.dropped();
        if (dropped > toldDropped) {
            toldDropped = dropped;
            to.put(Tag.DROPPED);
            to.number(dropped);
        }
        if (ring.isFull() && !isFullTold) {
            isFullTold = true;
            to.put(Tag.FULL);
        }
    }

    @Override
    boolean isOver() {
        return ring.read() >= settings.limit();
    }

    private void write(Slot slot, Out to) {
        int thread = thread(slot.thread, to);
        to.put(Tag.EVENT);
        to.signed(slot.time - lastTime);
        lastTime = slot.time;
        to.number(thread);
        to.number(slot.marker);
        int bit = 0;
        int object = 0;
        for (Kind kind : kinds[slot.marker]) {
            if (kind == null) {
                to.value(slot.objects[object++], texts[slot.marker]);
            } else if (kind == Kind.INTEGER) {
                to.signed(slot.bits[bit++]);
            } else if (kind == Kind.FLOAT || kind == Kind.DOUBLE) {
                to.eight(slot.bits[bit++]);
            } else {
                to.number(slot.bits[bit++]);
            }
        }
    }

    /** Tells the name of a thread where its number was another's; there are more threads than numbers. */
    private int thread(String name, Out to) {
        int number = name.hashCode() & NAMES - 1;
        String known = names[number];
        if (known != name && !name.equals(known)) {
            names[number] = name;
            to.put(Tag.THREAD);
            to.number(number);
            to.text(name, 400);
        }
        return number;
    }

    private static Kind[] kinds(String marker) {
        Kind[] kinds = new Kind[marker.length()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = Kind.of(marker.charAt(i));
        }
        return kinds;
    }
}
