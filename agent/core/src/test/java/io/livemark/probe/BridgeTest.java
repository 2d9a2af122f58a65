/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.WrongMethodTypeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BridgeTest {

    private static final MethodType TEXT = MethodType.methodType(void.class, String.class);
    private static final MethodHandles.Lookup HERE = MethodHandles.lookup();

    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void nobody_listens() {
        LivemarkBridge.listener(null);
        LivemarkBridge.shims(Map.of());
    }

    @Test
    void all_sites_of_a_marker_share_one_guard() throws Throwable {
        CallSite one = guard("bridge.shared");
        assertSame(one, guard("bridge.shared"));
        assertNotSame(one, guard("bridge.other"));
        MethodHandle invoker = one.dynamicInvoker();
        assertFalse((boolean) invoker.invokeExact());
        LivemarkBridge.marker("bridge.shared").arm(true, 1);
        assertTrue((boolean) invoker.invokeExact());
        assertTrue(LivemarkBridge.armed("bridge.shared"));
        assertFalse(LivemarkBridge.armed("bridge.other"));
        assertFalse(LivemarkBridge.armed("bridge.unknown"));
        assertFalse(LivemarkBridge.armed(null));
    }

    @Test
    void the_newer_version_stays_whoever_comes_last() throws Throwable {
        LivemarkMarker marker = LivemarkBridge.marker("bridge.version");
        marker.arm(true, 5);
        marker.arm(false, 4);
        assertTrue(marker.armed());
        marker.arm(false, 5);
        assertFalse(marker.armed());

        MethodHandle hit = hit("bridge.version", "java.lang.String", 0).dynamicInvoker();
        LivemarkHits hits = marker.groups().get(0);
        hits.target(saying("new"), 7);
        hits.target(saying("old"), 6);
        hit.invokeExact("a");
        assertEquals(List.of("new bridge.version a"), seen);
    }

    /** As for want of stack, where a thread links near its end. */
    @Test
    void what_is_to_be_called_is_asked_again_where_it_could_not_be_set() throws Throwable {
        MethodHandle first = hit("bridge.again", "java.lang.String", 0).dynamicInvoker();
        LivemarkHits hits = LivemarkBridge.marker("bridge.again").groups().get(0);
        MethodHandle unfit = MethodHandles.empty(MethodType.methodType(void.class, LivemarkSite.class, int.class));
        assertThrows(WrongMethodTypeException.class, () -> hits.target(unfit, 1));
        MethodHandle again = saying("again");
        LivemarkBridge.listener(new LivemarkListener() {
            @Override
            public void linked(LivemarkMarker marker) {}

            @Override
            public void linked(LivemarkHits linked) {
                linked.target(again, 1);
            }
        });
        hit("bridge.again", "java.lang.String", 0);
        first.invokeExact("a");
        assertEquals(List.of("again bridge.again a"), seen);
    }

    @Test
    void a_hit_without_a_target_does_nothing() throws Throwable {
        hit("bridge.empty", "java.lang.String", 0).dynamicInvoker().invokeExact("a");
        assertEquals(List.of(), seen);
    }

    @Test
    void sites_share_a_group_where_types_and_loader_are_the_same() {
        hit("bridge.groups", "java.lang.String", 0);
        hit("bridge.groups", "java.lang.String", 0);
        assertEquals(1, LivemarkBridge.marker("bridge.groups").groups().size());
        hit("bridge.groups", "null", 0);
        hit("bridge.groups", "my.Type", 1);
        hit("bridge.groups", "my.Type", 1);
        List<LivemarkHits> groups = LivemarkBridge.marker("bridge.groups").groups();
        assertEquals(3, groups.size());
        assertEquals(null, groups.get(0).loader());
        assertSame(getClass().getClassLoader(), groups.get(2).loader());
    }

    @Test
    void the_listener_is_told_of_each_guard_and_of_the_first_hit_of_a_kind() {
        LivemarkBridge.listener(new LivemarkListener() {
            @Override
            public void linked(LivemarkMarker marker) {
                seen.add("guard " + marker.name);
            }

            @Override
            public void linked(LivemarkHits hits) {
                seen.add("hit " + hits.marker.name + " " + hits.types);
                hits.target(null, LivemarkBridge.nextVersion());
            }
        });
        guard("bridge.told");
        hit("bridge.told", "java.lang.String", 0);
        hit("bridge.told", "java.lang.String", 0);
        assertEquals(List.of("guard bridge.told", "hit bridge.told java.lang.String"), seen);
    }

    @Test
    void the_shim_throws_nothing_whatever_it_calls() throws Throwable {
        MethodHandle fails = MethodHandles.dropArguments(
                MethodHandles.throwException(void.class, Error.class).bindTo(new Error("shim")), 0, Object[].class);
        LivemarkBridge.shims(Map.of("bridge.fails", fails));
        LivemarkBridge.shim("bridge.fails", new Object[0]);
        LivemarkBridge.shim("bridge.unknown", null);
        LivemarkBridge.shim(null, null);
    }

    private MethodHandle saying(String what) throws ReflectiveOperationException {
        MethodType type = MethodType.methodType(void.class, String.class, LivemarkSite.class, String.class);
        return MethodHandles.insertArguments(HERE.bind(this, "say", type), 0, what);
    }

    private void say(String what, LivemarkSite site, String text) {
        seen.add(what + " " + site.marker + " " + text);
    }

    private static CallSite guard(String marker) {
        return LivemarkBridge.guard(HERE, "guard", MethodType.methodType(boolean.class), marker);
    }

    private static CallSite hit(String marker, String types, int local) {
        return LivemarkBridge.hit(HERE, "hit", TEXT, marker, types, local, "m", 3);
    }
}
