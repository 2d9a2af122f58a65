/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** The numbers by which class files without invokedynamic reach the bridge. */
class SlotsTest {

    @Test
    void slots_of_a_loader_that_is_gone_are_given_to_others_once_all_are_taken() {
        ClassLoader first = new URLClassLoader(new URL[0]);
        assertEquals(LivemarkSlots.of(slot(first, 0)), LivemarkSlots.of(slot(first, 0)), "the same site");
        int taken = 1;
        while (LivemarkSlots.of(slot(first, taken)) != LivemarkSlots.NONE) {
            taken++;
        }
        WeakReference<ClassLoader> gone = new WeakReference<>(first);
        Reference.reachabilityFence(first);
        first = null;
        // The other tests in this JVM need slots too, so this one ends with a loader that is gone.
        while (gone.get() != null) {
            System.gc();
        }
        ClassLoader second = new URLClassLoader(new URL[0]);
        while (LivemarkSlots.of(slot(second, 0)) == LivemarkSlots.NONE) {
            // They are looked for once in a while.
            assertTrue(taken-- > 0);
        }
        assertNotEquals(LivemarkSlots.of(slot(second, 0)), LivemarkSlots.of(slot(second, 1)));
        assertNotEquals(LivemarkSlots.NONE, LivemarkSlots.of(slot(second, 1)));
        Reference.reachabilityFence(second);
    }

    private static LivemarkSlot slot(ClassLoader loader, int line) {
        LivemarkSite site = new LivemarkSite("slots", "Slots", "m", line);
        return new LivemarkSlot(loader, site, MethodType.methodType(void.class), "", false);
    }
}
