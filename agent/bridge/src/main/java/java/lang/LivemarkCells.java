/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;
import jdk.internal.vm.annotation.Stable;

/**
 * The cells of all threads that were hit.
 *
 * <p>A platform thread has a cell of its own, found by the number of the thread; nothing is left in the thread itself. A virtual
 * thread is lent one for as long as it is inside, parked or not. Whoever finds none gets one in a map: slower, but without
 * limit.
 *
 * <p>Belongs to the agent, and goes with the probes: nothing static points here.
 */
public final class LivemarkCells {

    private static final int SIZE = 4096;
    private static final int WINDOW = 4;

    /** In place of the number of an entry: the thread is inside of something that is to be passed over, as a handler is. */
    private static final int NO_ENTRY = Integer.MAX_VALUE;

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long NUMBER = UNSAFE.objectFieldOffset(Thread.class, "tid");
    private static final long OWNER = UNSAFE.objectFieldOffset(LivemarkCell.class, "owner");
    private static final long INSIDE = UNSAFE.objectFieldOffset(LivemarkCell.class, "inside");

    @Stable
    private final LivemarkCell[] owned = new LivemarkCell[SIZE];

    @Stable
    private final LivemarkCell[] lent = new LivemarkCell[SIZE];

    // Those of the two tables, for who looks at all of them; the size is written last.
    private LivemarkCell[] made = new LivemarkCell[64];
    private volatile int size;

    private final ConcurrentHashMap<Long, LivemarkCell> listed = new ConcurrentHashMap<>();

    /** Makes room for cells; the cells come with the hits. */
    public LivemarkCells() {}

    /** The cell of this thread, which may be inside already; null where {@link #find} must look. */
    @ForceInline
    LivemarkCell own() {
        long number = UNSAFE.getLong(Thread.currentThread(), NUMBER);
        LivemarkCell cell = owned[(int) number & (SIZE - 1)];
        return cell != null && cell.owner == number ? cell : null;
    }

    /** A cell for this thread; null where it is inside already, and that was seen on the way. */
    @DontInline
    LivemarkCell find() {
        Thread thread = Thread.currentThread();
        long number = UNSAFE.getLong(thread, NUMBER);
        LivemarkCell cell = LivemarkThreads.isVirtual(thread) ? null : own(thread, number);
        return cell == null ? borrow(thread, number) : cell;
    }

    private LivemarkCell own(Thread thread, long number) {
        for (int i = 0; i < WINDOW; i++) {
            LivemarkCell cell = owned[(int) (number + i) & (SIZE - 1)];
            if (cell != null && cell.owner == number) {
                return cell;
            }
        }
        return take(thread, number);
    }

    /** Once a thread. A cell is never replaced, since compiled code may hold it: it gets another owner. */
    private synchronized LivemarkCell take(Thread thread, long number) {
        for (int i = 0; i < WINDOW; i++) {
            int at = (int) (number + i) & (SIZE - 1);
            if (owned[at] == null) {
                LivemarkCell cell = new LivemarkCell(0, size);
                cell.belongTo(thread, number);
                owned[at] = made(cell);
                return cell;
            }
            if (owned[at].isLeft()) {
                owned[at].belongTo(thread, number);
                return owned[at];
            }
        }
        return null;
    }

    private LivemarkCell borrow(Thread thread, long number) {
        for (int i = 0; i < WINDOW; i++) {
            LivemarkCell cell = lent[(int) (number + i) & (SIZE - 1)];
            if (cell != null && cell.owner == number) {
                return cell.inside == 0 ? cell : null;
            }
        }
        if (!listed.isEmpty()) {
            LivemarkCell cell = listed.get(number);
            if (cell != null) {
                return cell.inside == 0 ? cell : null;
            }
        }
        for (int i = 0; i < WINDOW; i++) {
            LivemarkCell cell = lendable((int) (number + i) & (SIZE - 1));
            if (cell.owner == 0 && UNSAFE.compareAndSetLong(cell, OWNER, 0, number)) {
                cell.borrower = thread;
                return cell;
            }
        }
        LivemarkCell cell = new LivemarkCell(LivemarkCell.LISTED, -1);
        cell.owner = number;
        cell.borrower = thread;
        listed.put(number, cell);
        return cell;
    }

    private LivemarkCell lendable(int at) {
        LivemarkCell cell = lent[at];
        return cell == null ? makeLendable(at) : cell;
    }

    private synchronized LivemarkCell makeLendable(int at) {
        if (lent[at] == null) {
            lent[at] = made(new LivemarkCell(LivemarkCell.LENT, size));
        }
        return lent[at];
    }

    private LivemarkCell made(LivemarkCell cell) {
        int at = size;
        if (at == made.length) {
            made = Arrays.copyOf(made, 2 * at);
        }
        made[at] = cell;
        size = at + 1;
        return cell;
    }

    private void each(Consumer<LivemarkCell> look) {
        int known = size;
        LivemarkCell[] cells = made;
        for (int i = 0; i < known; i++) {
            look.accept(cells[i]);
        }
    }

    /** Takes back what {@link #find} lent. The thread is not inside any more. */
    void giveBack(LivemarkCell cell) {
        cell.borrower = null;
        if (cell.loan == LivemarkCell.LISTED) {
            listed.remove(cell.owner);
        } else {
            UNSAFE.putLongVolatile(cell, OWNER, 0);
        }
    }

    /**
     * What was counted under the number of an entry, over all threads: never less than before, and exact once nobody is inside.
     * Cells in the map are not among them; their counts are the entry's.
     */
    long sum(int number) {
        long sum = 0;
        int known = size;
        LivemarkCell[] cells = made;
        for (int i = 0; i < known; i++) {
            sum += cells[i].count(number);
        }
        return sum;
    }

    /** A thread that is inside of an entry. */
    public record Inside(long thread, int number, long hits) {}

    /**
     * Who is inside of an entry just now. After {@link LivemarkFence#await} nobody is missing who went in before and has not
     * come out yet, and nobody who comes later goes on where the entry was closed before.
     *
     * @return one for each thread
     */
    public List<Inside> inside() {
        List<Inside> found = new ArrayList<>();
        Consumer<LivemarkCell> look = cell -> {
            int number = UNSAFE.getIntVolatile(cell, INSIDE);
            if (number != 0 && number != NO_ENTRY && !cell.isLeft()) {
                found.add(new Inside(cell.owner, number, cell.count(number)));
            }
        };
        each(look);
        listed.values().forEach(look);
        return found;
    }

    /**
     * Has no entry let this thread in: its hits count as if they came from inside a handler.
     *
     * @return ends that, on the same thread; does nothing where the thread was inside already
     */
    public Runnable beQuiet() {
        LivemarkCell own = own();
        LivemarkCell cell = own == null ? find() : own;
        if (cell == null || cell.inside != 0) {
            return new Loud(null);
        }
        cell.inside = NO_ENTRY;
        return new Loud(cell);
    }

    private final class Loud implements Runnable {

        private final LivemarkCell quiet;

        Loud(LivemarkCell quiet) {
            this.quiet = quiet;
        }

        @Override
        public void run() {
            if (quiet != null) {
                quiet.inside = 0;
                if (quiet.loan != 0) {
                    giveBack(quiet);
                }
            }
        }
    }

    /** Has the next hit of each thread timed, however rare hits have become since it was chosen. */
    public void timeSoon() {
        // A thread may count down just now, and this be lost; there is a next time.
        each(cell -> cell.untilTimed = 0);
    }

    /** What was stored before is seen by whoever sees what is stored after. Costs nothing on x86. */
    @ForceInline
    static void storesBefore() {
        UNSAFE.storeFence();
    }
}
