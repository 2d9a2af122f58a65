/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.internal.vm.annotation.ForceInline;
import jdk.internal.vm.annotation.Stable;

/**
 * Guards and hits for class files that have no {@code invokedynamic}: such code says the number of its slot, a constant.
 *
 * <p>The JIT takes an element of a stable array behind a constant index for a constant, and so folds guard and hit as it folds
 * those of {@link LivemarkBridge}. A slot is filled when it is first run, since filling it may ask the application's class
 * loader. When all are taken, those of class loaders that are gone are given to others: no code is left that folded them.
 */
public final class LivemarkSlots {

    /** What {@link #of} answers when all slots are taken. */
    public static final int NONE = -1;

    private static final int PAGE = 256;
    private static final int MOST = PAGE * PAGE;

    @Stable
    private static final MethodHandle[][] GUARDS = new MethodHandle[PAGE][];

    @Stable
    private static final MethodHandle[][] HITS = new MethodHandle[PAGE][];

    private static final MethodHandle KEPT = kept();
    private static final List<LivemarkSlot> SLOTS = new ArrayList<>();
    private static final Map<String, List<Integer>> BY_SITE = new HashMap<>();

    private static final List<Integer> DEAD = new ArrayList<>();
    private static int refusals;

    private LivemarkSlots() {}

    /**
     * Finds the slot of a site, or takes a free one; the same site of the same loader gets the same slot again.
     *
     * @param slot the site and what it passes
     * @return its number, or {@link #NONE}
     */
    public static synchronized int of(LivemarkSlot slot) {
        List<Integer> same = BY_SITE.computeIfAbsent(slot.key(), key -> new ArrayList<>(1));
        for (int number : same) {
            if (SLOTS.get(number).isOfTheLoaderOf(slot)) {
                return number;
            }
        }
        int number = SLOTS.size() < MOST ? next(slot) : ofTheDead(slot);
        if (number != NONE) {
            same.add(number);
        }
        return number;
    }

    private static int next(LivemarkSlot slot) {
        int number = SLOTS.size();
        if (number % PAGE == 0) {
            HITS[number / PAGE] = new MethodHandle[PAGE];
            GUARDS[number / PAGE] = new MethodHandle[PAGE];
        }
        SLOTS.add(slot);
        return number;
    }

    /** One look at all slots in a while, however many ask in vain. */
    private static int ofTheDead(LivemarkSlot slot) {
        if (DEAD.isEmpty() && refusals++ % PAGE == 0) {
            for (int number = 0; number < MOST; number++) {
                if (SLOTS.get(number).isDead()) {
                    DEAD.add(number);
                }
            }
        }
        if (DEAD.isEmpty()) {
            return NONE;
        }
        int number = DEAD.remove(DEAD.size() - 1);
        BY_SITE.get(SLOTS.get(number).key()).remove((Integer) number);
        SLOTS.set(number, slot);
        HITS[number / PAGE][number % PAGE] = null;
        GUARDS[number / PAGE][number % PAGE] = null;
        return number;
    }

    /**
     * The guard of a slot.
     *
     * @param slot its number
     * @return whether its marker is armed
     * @throws Throwable never; a method handle may, for all the compiler knows
     */
    @ForceInline
    public static boolean guard(int slot) throws Throwable {
        MethodHandle guard = GUARDS[slot / PAGE][slot % PAGE];
        return guard == null ? linkGuard(slot) : (boolean) guard.invokeExact();
    }

    /**
     * What a hit calls.
     *
     * @param slot its number
     * @return a handle of the type of the slot
     */
    @ForceInline
    public static MethodHandle hit(int slot) {
        MethodHandle hit = HITS[slot / PAGE][slot % PAGE];
        return hit == null ? linkHit(slot) : hit;
    }

    private static boolean linkGuard(int slot) throws Throwable {
        MethodHandle guard = LivemarkBridge.guard(slot(slot).marker()).dynamicInvoker();
        return (boolean) fill(GUARDS, slot, guard).invokeExact();
    }

    private static MethodHandle linkHit(int slot) {
        return fill(HITS, slot, slot(slot).link().dynamicInvoker());
    }

    /** Of two threads that link the same slot the first stays: compiled code may hold it already. */
    private static synchronized MethodHandle fill(MethodHandle[][] pages, int slot, MethodHandle linked) {
        MethodHandle[] page = pages[slot / PAGE];
        if (page[slot % PAGE] == null) {
            page[slot % PAGE] = linked;
        }
        return page[slot % PAGE];
    }

    private static synchronized LivemarkSlot slot(int number) {
        return SLOTS.get(number);
    }

    /** Calls a target for as long as somebody else keeps it. The JIT does not fold it: hits of old class files cost more. */
    static MethodHandle weakly(MethodHandle called) {
        if (called == null) {
            return null;
        }
        MethodHandle nobody = MethodHandles.empty(called.type());
        MethodHandle found = MethodHandles.insertArguments(KEPT, 0, new WeakReference<>(called), nobody);
        return MethodHandles.foldArguments(MethodHandles.exactInvoker(called.type()), found);
    }

    @SuppressWarnings("unused") // KEPT
    private static MethodHandle kept(WeakReference<MethodHandle> called, MethodHandle nobody) {
        MethodHandle found = called.get();
        return found == null ? nobody : found;
    }

    private static MethodHandle kept() {
        try {
            return MethodHandles.lookup()
                    .findStatic(
                            LivemarkSlots.class,
                            "kept",
                            MethodType.methodType(MethodHandle.class, WeakReference.class, MethodHandle.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
