/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.livemark.it.Arrival;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Jdk;
import io.livemark.it.Output;
import io.livemark.it.probes.HoldingProbe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A probe is out, but a thread stays inside its handler. */
@HoweverTheAgentComes
class DrainingIT {

    @Parameter
    Arrival arrival;

    private ForkedJvm target;

    @BeforeEach
    void start() {
        target = ForkedJvm.start(HeldTarget.class, arrival);
    }

    @AfterEach
    void end() {
        target.close();
    }

    @Test
    void it_is_shown_with_the_thread_that_holds_it_and_closed_once_that_has_left() {
        unloadWhileHeld("platform");
        target.livemark("list")
                .exits(0)
                .saysLike("HoldingProbe .* draining")
                .says("held by thread \"holder\" #")
                .says("        io.livemark.it.probes.HoldingProbe.turn(HoldingProbe.java:");
        Map<String, Object> holder = holder();
        assertEquals("holder", holder.get("thread"));
        assertEquals(false, holder.get("virtual"));
        assertEquals("waiting", holder.get("state"));
        assertStack(holder);
        releaseUntilClosed();
        assertGone();
    }

    @Test
    void a_virtual_thread_that_is_parked_in_a_handler_is_shown_as_well() {
        assumeTrue(Jdk.feature() >= 21, "virtual threads");
        unloadWhileHeld("virtual");
        target.livemark("list", "--probes").exits(0).says("held by virtual thread #");
        Map<String, Object> holder = holder();
        assertEquals(true, holder.get("virtual"));
        assertStack(holder);
        releaseUntilClosed();
        assertGone();
    }

    @Test
    void who_waits_for_it_keeps_nobody_else_waiting() {
        hold("platform");
        Child waiting = target.livemarkRunning("unload", "HoldingProbe", "--timeout", "60s");
        awaitDraining();
        target.load(HoldingProbe.class, "--name", "other").exits(0);
        target.livemark("unload", "other").exits(0).says("drained in").says("; closed");
        target.load(HoldingProbe.class).exits(1).complains("still draining").complains("hint: ");
        assertTrue(waiting.isAlive());
        // Another one may wait for it too, and be taken away.
        Child killed = target.livemarkRunning("unload", "HoldingProbe", "--wait", "collected", "--timeout", "60s");
        Child interrupted = target.livemarkRunning("unload", "--all", "--timeout", "60s");
        target.livemark("unload", "--all", "--timeout", "1s").exits(4);
        killed.kill();
        interrupted.terminate();
        target.say("release");
        waiting.says("unloaded HoldingProbe: disarmed in");
        waiting.exits(0);
        assertGone();
        target.livemark("unload", "HoldingProbe")
                .exits(1)
                .complains("no probe named HoldingProbe is loaded any more: unloaded HoldingProbe: disarmed in");
    }

    @Test
    void disarmed_is_answered_at_once() {
        hold("platform");
        Output unloaded =
                target.livemark("unload", "HoldingProbe", "--wait", "disarmed").exits(0);
        assertTrue(!unloaded.out().contains("drained"), unloaded.out());
        target.say("turn 2").printsNothing();
        releaseUntilClosed();
        assertGone();
    }

    @Test
    void a_detach_says_who_holds_it_and_it_is_closed_nevertheless() {
        hold("platform");
        target.livemark("detach")
                .exits(0)
                .says("not closed yet: a handler is still running")
                .saysLike("left as it is: the probe HoldingProbe is not closed before thread holder #\\d+ has left it");
        target.say("turn 2").printsNothing();
        releaseUntilClosed();
        target.load(HoldingProbe.class).exits(0);
        target.livemark("unload", "HoldingProbe").exits(0).says("; closed");
    }

    @Test
    void a_close_that_does_not_return_keeps_nobody_else_waiting() {
        target.load(HoldingProbe.class, "--arg", "slow=yes").exits(0);
        target.load(HoldingProbe.class, "--name", "other").exits(0);
        target.livemark("unload", "--all", "--timeout", "2s")
                .exits(4)
                .saysLike("unloaded HoldingProbe: .*drained in .*; not closed yet")
                .saysLike("unloaded other: .*; closed")
                .complains("HoldingProbe was not seen closed within");
        assertStackHas(holder(), "io.livemark.it.probes.HoldingProbe.close(");
        releaseUntilClosed();
        assertGone();
    }

    /** The probe may say so before the target has said that it did what it was told. */
    private void releaseUntilClosed() {
        if (!target.say("release").lines().contains("closed HoldingProbe")) {
            target.prints("closed HoldingProbe");
        }
    }

    private void hold(String kind) {
        target.load(HoldingProbe.class).exits(0);
        target.say("hold " + kind).printsNothing();
    }

    private void unloadWhileHeld(String kind) {
        hold(kind);
        target.livemark("unload", "HoldingProbe", "--timeout", "2s")
                .exits(4)
                .says("not closed yet: a handler is still running")
                .complains("HoldingProbe was not seen drained within 2.0 s");
    }

    private Map<String, Object> holder() {
        Map<String, Object> probe = probes().get(0);
        assertEquals("draining", probe.get("state"));
        List<Map<String, Object>> holders = objects(probe.get("holders"));
        assertEquals(1, holders.size(), holders.toString());
        return holders.get(0);
    }

    private static void assertStack(Map<String, Object> holder) {
        List<?> stack = (List<?>) holder.get("stack");
        List<String> methods = stack.stream()
                .map(frame -> frame.toString().replaceFirst("\\(.*", ""))
                .dropWhile(method -> !method.startsWith("io.livemark."))
                .limit(3)
                .toList();
        assertEquals(
                List.of(
                        "io.livemark.it.life.HeldTarget.inside",
                        "io.livemark.it.probes.HoldingProbe.turn",
                        "io.livemark.it.life.HeldTarget.turn"),
                methods,
                stack.toString());
    }

    private static void assertStackHas(Map<String, Object> holder, String frame) {
        List<?> stack = (List<?>) holder.get("stack");
        assertTrue(stack.stream().anyMatch(line -> line.toString().startsWith(frame)), frame + " in " + stack);
    }

    /** The client that waits is another process: it is out once it is shown so. */
    private void awaitDraining() {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!"draining".equals(probes().get(0).get("state"))) {
            if (System.nanoTime() > deadline) {
                throw target.failure("the probe does not drain");
            }
        }
    }

    private void assertGone() {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!probes().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw target.failure("the probe is still shown");
            }
        }
        target.list().shows("held.turn", "idle");
        target.say("turn 9").printsNothing();
    }

    private List<Map<String, Object>> probes() {
        return objects(target.livemark("list", "--probes", "--json").exits(0).json());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Object list) {
        return (List<Map<String, Object>>) list;
    }
}
