/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Jdk;
import io.livemark.it.Livemark;
import io.livemark.it.Output;
import io.livemark.it.PseudoTerminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a look of one line ends, and that nothing of it stays. */
class LookEndsIT {

    @Test
    void whoever_ends_it_nothing_stays_in_the_jvm() {
        try (ForkedJvm target = ForkedJvm.start(LookTarget.class, Arrival.BY_ATTACH)) {
            Child killed = look(target, "print", "order.placed");
            target.say("orders 1").printsNothing();
            killed.says("id=A-0");
            killed.kill();
            isIdle(target);
            Child interrupted = look(target, "count", "order.placed");
            target.say("orders 3").printsNothing();
            interrupted.terminate();
            interrupted.says("in all 3 hits");
            isIdle(target);
            target.livemark("print", "order.placed", "--for", "300ms").exits(0).complains("0 events");
            isIdle(target);
            Child followed = look(target, "count", "order.placed");
            target.livemark("unload", "--all", "--gc").exits(0).says("collected in");
            followed.exits(0);
        }
    }

    @Test
    void a_marker_may_come_later() {
        try (ForkedJvm target = ForkedJvm.start(LookTarget.class, Arrival.AT_START)) {
            target.livemark("print", "late.hit").exits(1).complains("--wait waits for it");
            Child print = target.livemarkRunning("print", "late.hit", "--wait", "--limit", "1");
            print.complains("waiting for late.hit in JVM " + target.pid());
            target.say("late 1").printsNothing();
            print.complains("looking at 1 marker");
            target.say("late 2").printsNothing();
            print.says("late.hit n=2");
            print.exits(0);
            Output none = target.livemark("print", "never.hit", "--wait", "--for", "600ms")
                    .exits(1);
            none.complains("waiting for never.hit").complains(", and none came within 600.0 ms");
        }
    }

    @Test
    void a_buffer_that_is_full_ends_a_look_that_is_to_lose_nothing_and_else_says_what_was_lost() {
        try (ForkedJvm target = ForkedJvm.start(LookTarget.class, Arrival.AT_START)) {
            Child lossless = look(target, "print", "thread.turn", "--lossless", "--buffer", "64");
            target.say("threads 100000").printsNothing();
            lossless.complains("the buffer was full");
            lossless.exits(1);
            Child lossy = look(target, "print", "thread.turn", "--buffer", "64");
            target.say("threads 100000").printsNothing();
            lossy.complains("dropped");
            lossy.terminate();
            lossy.complains(" events, ");
            isIdle(target);
        }
    }

    @Test
    void of_several_jvms_one_may_go_and_what_was_seen_is_shown() {
        ForkedJvm other = ForkedJvm.start(LookTarget.class, Arrival.AT_START);
        try (ForkedJvm one = ForkedJvm.start(LookTarget.class, Arrival.AT_START)) {
            Child count = Livemark.start(
                    List.of("count", one.pid() + "," + other.pid(), "order.placed", "--max-overhead", "off"));
            count.complains("looking at ");
            count.complains("looking at ");
            one.say("orders 2").printsNothing();
            other.say("orders 3").printsNothing();
            count.says(other.pid() + " (" + LookTarget.class.getName() + ") order.placed 3 ");
            other.close();
            one.say("orders 5").printsNothing();
            count.terminate();
            count.says("JVM ");
            count.says("in all 10 hits");
            count.complains("JVM " + other.pid() + " (" + LookTarget.class.getName() + ") ended the connection");
        }
    }

    @Test
    void all_jvms_of_a_name_are_looked_at_and_no_other() {
        try (ForkedJvm one = ForkedJvm.start(NamedTarget.class, Arrival.AT_START);
                ForkedJvm two = ForkedJvm.start(NamedTarget.class, Arrival.AT_START);
                ForkedJvm other = ForkedJvm.start(LookTarget.class, Arrival.AT_START)) {
            Child count = Livemark.start(List.of(
                    "count",
                    "--all",
                    "--main",
                    "NamedTarget",
                    "order.placed",
                    "--max-overhead",
                    "off",
                    "--limit",
                    "5"));
            count.complains("looking at ");
            count.complains("looking at ");
            other.say("orders 7").printsNothing();
            one.say("orders 2").printsNothing();
            two.say("orders 3").printsNothing();
            count.exits(0);
            String out = String.join("\n", count.out());
            for (ForkedJvm named : List.of(one, two)) {
                assertTrue(out.contains(named.pid() + " (" + NamedTarget.class.getName() + ")"), out);
            }
            assertTrue(out.contains("in all 5 hits"), out);
            Output none = Livemark.run("count", "--all", "--main", "NamedTarget", "nosuch.marker");
            none.exits(1).complains("no marker in 2 JVMs matches nosuch.marker: ");
            assertEquals(2, none.err().lines().count(), none.err());
            Livemark.run("count", "--all", "--main", "NamedTarget.no", "order.placed")
                    .exits(3)
                    .complains("there is no JVM whose name has NamedTarget.no");
        }
    }

    @Test
    void all_jvms_are_those_that_have_the_agent_and_none_gets_it_unasked() {
        try (ForkedJvm one = ForkedJvm.start(NamedTarget.class, Arrival.AT_START)) {
            // A marker that no JVM has but ours: others may run here.
            Child count = Livemark.start(List.of("count", "--all", "named.started", "--for", "300ms"));
            count.complains(" without the agent; --main TEXT takes all that have this in their name, and puts it in");
            count.complains("looking at 1 marker, 1 site in JVM " + one.pid());
            count.says("in all 0 hits");
            String jvms = Livemark.run("ps").out();
            long ours = ProcessHandle.current().pid();
            assertTrue(jvms.lines().anyMatch(line -> line.matches(ours + " .* -")), jvms);
        }
    }

    @Test
    void a_jvm_that_goes_is_an_error_and_what_was_seen_is_shown() {
        ForkedJvm target = ForkedJvm.start(LookTarget.class, Arrival.AT_START);
        Child print = look(target, "print", "order.placed");
        Child count = look(target, "count", "order.placed", "--every", "100ms");
        List<Child> others = List.of(
                look(target, "hist", "order.placed", "total"),
                look(target, "latency", "work.begin", "work.end"),
                look(target, "stack", "order.placed"));
        target.say("orders 3").printsNothing();
        print.says("id=A-2");
        count.says("order.placed 3 ");
        target.close();
        print.exits(1);
        print.complains("3 events");
        print.complains("in the middle of the look");
        count.exits(1);
        count.says("in all 3 hits");
        count.complains("in the middle of the look");
        for (Child other : others) {
            other.exits(1);
            other.complains("in the middle of the look");
        }
    }

    @Test
    void what_cannot_be_written_is_an_error_and_nothing_stays(@TempDir Path directory) {
        try (ForkedJvm target = ForkedJvm.start(LookTarget.class, Arrival.AT_START)) {
            Child full = Child.start(List.of(
                    "env",
                    "JAVA_HOME=" + Jdk.home(),
                    "LIVEMARK_CACHE=",
                    "sh",
                    "-c",
                    "exec " + Build.launcher() + " print " + target.pid()
                            + " order.placed --max-overhead off >/dev/full"));
            full.complains("looking at ");
            target.say("orders 3").printsNothing();
            full.exits(1);
            full.complains("standard output could not be written");
            isIdle(target);
            PseudoTerminal terminal = PseudoTerminal.start(
                    directory,
                    "xterm",
                    "C.UTF-8",
                    ":",
                    "count " + target.pid() + " order.placed --max-overhead off",
                    ":");
            terminal.shows(text -> text.contains("looking at "));
            terminal.close();
            isIdle(target);
        }
    }

    @Test
    void a_limit_is_for_all_jvms_together() {
        try (ForkedJvm one = ForkedJvm.start(LookTarget.class, Arrival.AT_START);
                ForkedJvm other = ForkedJvm.start(LookTarget.class, Arrival.AT_START)) {
            for (String command : new String[] {"count", "print"}) {
                Child look = Livemark.start(List.of(
                        command,
                        one.pid() + "," + other.pid(),
                        "order.placed",
                        "--max-overhead",
                        "off",
                        "--limit",
                        "6"));
                look.complains("looking at ");
                look.complains("looking at ");
                one.say("orders 3").printsNothing();
                other.say(command.equals("print") ? "orders 5" : "orders 3").printsNothing();
                look.exits(0);
                if (command.equals("print")) {
                    look.complains("6 events");
                } else {
                    look.says("in all 6 hits");
                }
                isIdle(one);
                isIdle(other);
            }
        }
    }

    private static Child look(ForkedJvm target, String command, String... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--max-overhead", "off"));
        Child look = target.livemarkRunning(command, all.toArray());
        look.complains("looking at ");
        return look;
    }

    private static void isIdle(ForkedJvm target) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!target.list().state("order.placed").equals("idle")) {
            if (System.nanoTime() - deadline > 0) {
                throw target.list().failure("the look was to be over");
            }
        }
    }
}
