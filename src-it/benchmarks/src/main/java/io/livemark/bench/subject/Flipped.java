/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.subject;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * A generated class as if somebody had written the guard by hand: the same methods, and in place of the mark a call site that is
 * flipped, with a counter behind it. What flipping this costs, it costs whoever flips call sites.
 */
final class Flipped implements IntUnaryOperator {

    private static final MethodHandle TRUE = MethodHandles.constant(boolean.class, true);
    private static final MethodHandle FALSE = MethodHandles.constant(boolean.class, false);
    private static final MutableCallSite GUARD = new MutableCallSite(FALSE);
    private static final MethodHandle IS_ON = GUARD.dynamicInvoker();

    private static long hits;

    private final Map<String, Integer> seen = new HashMap<>();

    static void flip(boolean on) {
        GUARD.setTarget(on ? TRUE : FALSE);
        MutableCallSite.syncAll(new MutableCallSite[] {GUARD});
    }

    private int guarded(int n, String word) {
        int sum = n;
        for (int i = 0; i < word.length(); i++) {
            sum = 31 * sum + word.charAt(i);
        }
        if (sum == 42) {
            seen.merge(word + sum, n, Integer::sum);
        }
        if (isOn()) {
            hits++;
        }
        return sum + seen.size();
    }

    private int plain(int n, String word, int number) {
        int sum = n;
        for (int i = 0; i < word.length(); i++) {
            sum = 31 * sum + word.charAt(i) + number;
        }
        if (sum == 42) {
            seen.merge(word + sum, n, Integer::sum);
        }
        return sum + seen.size();
    }

    private static boolean isOn() {
        try {
            return (boolean) IS_ON.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int applyAsInt(int n) {
        return guarded(n, "one") + plain(n, "two", 1) + plain(n, "three", 2) + plain(n, "four", 3);
    }
}
