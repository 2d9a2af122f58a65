/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;
import jdk.internal.vm.annotation.Stable;

/**
 * The way into the handlers of one target: every hit enters before and leaves after. Once it is closed nobody enters any more,
 * and a hit that comes late goes to the target that is current.
 *
 * <p>Entering is a few loads and stores in a cell of the thread's own, none of them atomic. The order between the mark that
 * says <em>inside</em> and the look whether this is closed is kept by the compiler alone; whoever closes pays for the rest with
 * a {@link LivemarkFence}. So, once an entry was closed, a fence has passed, and {@link LivemarkCells#inside} does not name its
 * number: nobody is inside, nor will be. A thread that was stopped on its way here before it said <em>inside</em> sees it
 * closed when it goes on.
 */
public final class LivemarkEntry {

    @Stable
    private final LivemarkCells cells;

    @Stable
    private final int number;

    private final LongAdder[] spent;
    private final List<Consumer<Throwable>> faults;
    private final List<LongAdder> suppressed;
    private final Supplier<MethodHandle> current;
    private final LongAdder more = new LongAdder();
    private final long countBefore;
    private boolean closed;

    /**
     * Makes an entry that is open.
     *
     * @param cells of the threads
     * @param number not 0, and of no other entry that a thread may be inside of; small
     * @param faults take what the handlers throw, one for each; must not throw. The first takes what is thrown elsewhere
     * @param spent nanoseconds in each handler, as estimated from some of its calls
     * @param suppressed count hits from inside a handler
     * @param current gives the target that is to be called once this is closed
     */
    public LivemarkEntry(
            LivemarkCells cells,
            int number,
            List<Consumer<Throwable>> faults,
            List<LongAdder> spent,
            List<LongAdder> suppressed,
            Supplier<MethodHandle> current) {
        this.cells = cells;
        this.number = number;
        this.faults = faults;
        this.spent = spent.toArray(new LongAdder[0]);
        this.suppressed = suppressed;
        this.current = current;
        this.countBefore = cells.sum(number);
    }

    /** {@return the number that a thread inside of this has in its cell} */
    public int number() {
        return number;
    }

    /** {@return how many hits have entered; exact once nobody is inside, and a little behind before} */
    public long hits() {
        return cells.sum(number) - countBefore + more.sum();
    }

    /** Lets nobody in any more. To be relied on after a {@link LivemarkFence}. */
    public void close() {
        closed = true;
    }

    /** A cell that says this thread is inside; null where the hit is not to be delivered here. */
    @ForceInline
    LivemarkCell enter() {
        LivemarkCell cell = cells.own();
        if (cell == null) {
            cell = cells.find();
        }
        if (cell == null || cell.inside != 0) {
            return null;
        }
        cell.inside = number;
        try {
            // A call where this is interpreted: the stack may end here.
            LivemarkCells.storesBefore();
            if (!closed) {
                if (number >= cell.counts.length) {
                    cell.grow(number);
                }
                cell.counts[number]++;
                if (--cell.untilTimed < 0) {
                    cell.startTiming(number);
                }
                return cell;
            }
        } catch (Throwable e) {
            // Before any call: the stack has ended here, most likely.
            cell.isTimed = false;
            cell.inside = 0;
            if (cell.loan != 0) {
                leave(cell);
            }
            throw e;
        }
        // As above.
        cell.inside = 0;
        if (cell.loan != 0) {
            leave(cell);
        }
        return null;
    }

    /** What to call in place of the handlers where nobody was let in; null for nothing. */
    MethodHandle instead() {
        if (closed) {
            return current.get();
        }
        for (LongAdder each : suppressed) {
            each.increment();
        }
        return null;
    }

    @ForceInline
    void lap(LivemarkCell cell, int handler) {
        if (cell.isTimed) {
            note(cell, handler);
        }
    }

    // What is rare is kept out of the methods of the application, which would need more registers for it at every hit.
    @DontInline
    private void note(LivemarkCell cell, int handler) {
        spent[handler].add(cell.lap());
    }

    void fault(int handler, Throwable thrown) {
        faults.get(handler).accept(thrown);
    }

    @ForceInline
    void exit(LivemarkCell cell) {
        if (cell.loan == 0 && !cell.isTimed) {
            LivemarkCells.storesBefore();
            cell.inside = 0;
        } else {
            leave(cell);
        }
    }

    /** Something beside the handlers has failed, most likely for want of stack. The cell says already that the thread has left. */
    void failed(LivemarkCell cell, Throwable thrown) {
        if (cell != null && cell.loan != 0) {
            leave(cell);
        }
        faults.get(0).accept(thrown);
    }

    @DontInline
    private void leave(LivemarkCell cell) {
        try {
            LivemarkCells.storesBefore();
        } catch (StackOverflowError e) {
            // It is interpreted: what comes first is done first.
        }
        if (cell.loan == LivemarkCell.LISTED) {
            more.add(cell.count(number));
        }
        cell.isTimed = false;
        cell.inside = 0;
        if (cell.loan != 0) {
            cells.giveBack(cell);
        }
    }

    /** Asks the program for the value of a field. */
    Object value(LivemarkCell cell, Object supplier) {
        try {
            return supplier == null ? null : ((Supplier<?>) supplier).get();
        } catch (Throwable e) {
            // No handler will be called for this hit.
            cell.counts[number]--;
            throw e;
        }
    }

    /** For the agent alone, which reads its way to it: a class beside this one that calls it. */
    @SuppressWarnings("unused")
    private static Class<?> define(byte[] file) throws IllegalAccessException {
        return MethodHandles.lookup().defineHiddenClass(file, true).lookupClass();
    }
}
