/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import io.livemark.ProbeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code livemark stack}: the stacks that reach a marker, as a tree from the outermost frame inwards. A hit walks the stack, which takes some
 * microseconds and a few hundred bytes.
 */
public final class Stack extends Look {

    /** How many frames the tree may have; what comes beyond is counted together. */
    private static final int FRAMES = 50_000;

    private static final StackWalker WALKER = StackWalker.getInstance();

    private final Rows rows;
    private final Snapshots snapshots;

    /** A method. */
    static final class Place {
        private final String type;
        private final String method;

        Place(String type, String method) {
            this.type = type;
            this.method = method;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Place && type.equals(((Place) other).type) && method.equals(((Place) other).method);
        }

        @Override
        public int hashCode() {
            return type.hashCode() * 31 + method.hashCode();
        }
    }

    /**
     * Makes one that has seen nothing.
     *
     * @param context of the probe
     */
    public Stack(ProbeContext context) {
        super(context);
        rows = new Rows(1, FRAMES, Row::new);
        snapshots = new Snapshots(rows, 0, settings.everyNanos(), new Snapshots.Teller() {
            @Override
            public boolean tells(Row row, int keys) {
                return row.depth > 0;
            }

            @Override
            public void name(int number, Row row, Out to) {
                Stack.name(number, row, to);
            }
        });
    }

    /** Counts the stack of this thread, from the marked method outwards. */
    public void hit() {
        List<StackWalker.StackFrame> frames = WALKER.walk(this::frames);
        Row row = rows.of(0);
        for (int i = frames.size() - 1; i >= 0; i--) {
            StackWalker.StackFrame frame = frames.get(i);
            row = rows.of(row, frame.getLineNumber(), new Place(frame.getClassName(), frame.getMethodName()));
        }
        row.increment();
    }

    private List<StackWalker.StackFrame> frames(Stream<StackWalker.StackFrame> all) {
        return all.dropWhile(Stack::isOurs).limit(settings.frames()).collect(Collectors.toCollection(ArrayList::new));
    }

    /** What lies on top of the marked method: the probe, and how the hit came to it, by the bridge or by the shim of the agent. */
    private static boolean isOurs(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        return name.startsWith("io.livemark.look.")
                || name.equals("livemark.Stack")
                || name.equals("io.livemark.Mark")
                || name.startsWith("io.livemark.probe.")
                || name.startsWith("java.lang.Livemark")
                || name.startsWith("java.lang.invoke.");
    }

    private static void name(int number, Row row, Out to) {
        Place place = (Place) row.object;
        to.put(Tag.FRAME);
        to.number(number);
        to.number(row.parent.depth == 0 ? 0 : row.parent.number + 1);
        to.signed(row.bits);
        to.text(place.type, 2_000);
        to.text(place.method, 2_000);
    }

    @Override
    boolean fill(Out to, long now, boolean isLast) {
        return snapshots.fill(to, now, isLast);
    }
}
