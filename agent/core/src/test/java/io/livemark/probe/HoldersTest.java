/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.protocol.Holder;
import io.livemark.weave.Stacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoldersTest {

    private static final ProbeLoader LOADER = new ProbeLoader("Slow", Map.of(), Set.of(), Map.of());

    private static final List<String> SHOWN = List.of(
            "java.lang.Object.wait(X.java:7)",
            "shop.Slow.helper(X.java:7)",
            "shop.Slow.placed(X.java:7)",
            "shop.Orders.place(X.java:7)",
            "shop.Web.serve(X.java:7)");

    private final List<StackTraceElement> stack = new ArrayList<>();
    private final Thread thread = new Thread(null, () -> {}, "worker-3");

    @Test
    void a_thread_without_a_frame_of_the_probe_does_not_hold_it() {
        frame("app", "shop.Slow", "placed");
        frame("livemark-probe-Slower", "shop.Slow", "placed");
        assertEquals(List.of(), holders());
    }

    @Test
    void the_stack_goes_from_the_innermost_frame_to_the_handler_then_to_the_method_with_the_mark_and_its_caller() {
        handler();
        application();
        Holder holder = holders().get(0);
        assertEquals("worker-3", holder.thread());
        assertEquals(thread.getId(), holder.id());
        assertEquals("NEW", holder.state());
        assertEquals(SHOWN, holder.stack());
    }

    @Test
    void the_way_of_a_woven_mark_to_the_handler_is_left_out() {
        handler();
        frame(null, "java.lang.invoke.LambdaForm$DMH/0x00007f751c118800", "invokeSpecial");
        frame("livemark", "io.livemark.probe.Fit", "fits");
        frame(null, "java.lang.invoke.LambdaForm$MH/0x00007f751c120800", "invokeExact_MT");
        frame(null, "java.lang.LivemarkHit/0x00007f751c11ac00", "hit");
        frame(null, "java.lang.invoke.LambdaForm$MH/0x00007f751c120400", "linkToCallSite");
        application();
        assertEquals(SHOWN, holders().get(0).stack());
    }

    @Test
    void the_way_through_the_shim_is_left_out() {
        handler();
        frame(null, "java.lang.LivemarkHit/0x00007f751c11ac00", "hit");
        frame("livemark", "io.livemark.probe.ShimSite", "hit");
        frame("livemark", "io.livemark.probe.ShimTarget", "hit");
        frame(null, "java.lang.invoke.LambdaForm$MH/0x00007f751c120400", "invokeExact_MT");
        frame(null, "java.lang.LivemarkBridge", "shim");
        frame("app", "io.livemark.Mark", "mark");
        application();
        assertEquals(SHOWN, holders().get(0).stack());
    }

    @Test
    void what_the_handler_calls_and_what_calls_the_mark_is_shown_whatever_it_is() {
        frame(null, "java.lang.invoke.MethodHandle", "invokeWithArguments");
        frame(LOADER.getName(), "shop.Slow", "placed");
        frame(null, "java.lang.invoke.LambdaForm$MH/0x00007f751c120400", "linkToCallSite");
        frame("app", "io.livemark.Marked", "place");
        frame(null, "java.lang.invoke.LambdaForm$DMH/0x00007f751c118800", "invokeStatic");
        assertEquals(
                List.of(
                        "java.lang.invoke.MethodHandle.invokeWithArguments(X.java:7)",
                        "shop.Slow.placed(X.java:7)",
                        "io.livemark.Marked.place(X.java:7)",
                        "java.lang.invoke.LambdaForm$DMH/0x00007f751c118800.invokeStatic(X.java:7)"),
                holders().get(0).stack());
    }

    @Test
    void of_a_close_that_runs_the_caller_is_shown_that_is_not_ours() {
        frame(LOADER.getName(), "shop.Slow", "close");
        frame("livemark", "io.livemark.probe.Ending", "close");
        frame(null, "java.lang.Thread", "run");
        assertEquals(
                List.of("shop.Slow.close(X.java:7)", "java.lang.Thread.run(X.java:7)"),
                holders().get(0).stack());
    }

    @Test
    void of_a_deep_stack_the_middle_is_left_out() {
        for (int i = 0; i < 1_000; i++) {
            frame(LOADER.getName(), "shop.Slow", "f" + i);
        }
        List<String> frames = holders().get(0).stack();
        assertEquals(21, frames.size());
        assertEquals("shop.Slow.f13(X.java:7)", frames.get(13));
        assertEquals("… 980 frames", frames.get(14));
        assertEquals("shop.Slow.f994(X.java:7)", frames.get(15));
        assertEquals("shop.Slow.f999(X.java:7)", frames.get(20));
        assertTrue(stack.size() > frames.size());
    }

    private void handler() {
        frame(null, "java.lang.Object", "wait");
        frame(LOADER.getName(), "shop.Slow", "helper");
        frame(LOADER.getName(), "shop.Slow", "placed");
    }

    private void application() {
        frame("app", "shop.Orders", "place");
        frame("app", "shop.Web", "serve");
        frame("app", "shop.Main", "main");
    }

    private List<Holder> holders() {
        return Holders.of(Stacks.of(Map.of(thread, stack.toArray(new StackTraceElement[0]))))
                .of(List.of(LOADER));
    }

    private void frame(String loader, String type, String method) {
        stack.add(new StackTraceElement(loader, null, null, type, method, "X.java", 7));
    }
}
