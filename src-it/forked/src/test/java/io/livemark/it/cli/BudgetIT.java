/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.probes.CheapProbe;
import io.livemark.it.probes.CostlyProbe;
import io.livemark.it.probes.StuckProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What handlers may cost. */
@Isolated
class BudgetIT {

    private static final int FAILED = 1;

    private ForkedJvm target;

    @BeforeEach
    void start() {
        target = ForkedJvm.start(BudgetTarget.class, Arrival.AT_START);
    }

    @AfterEach
    void end() {
        target.close();
    }

    @Test
    void a_probe_that_takes_more_than_its_share_is_taken_out_and_it_is_said_what_it_took() {
        Child follower = follow(CostlyProbe.class, "--max-overhead", "5%");
        String receipt = follower.says("unloaded CostlyProbe");
        String said = receipt.replaceFirst("took [0-9.e+]+ %", "took N %");
        assertTrue(
                said.contains(
                        "(it cost too much: its handlers took N % of the CPU time of the process, its limit is 5.00 %)"),
                receipt);
        follower.exits(FAILED);
        target.list().shows("budget.turn", "idle");
    }

    @Test
    void a_probe_that_counts_stays() {
        Child follower = follow(CheapProbe.class, "--max-overhead", "5%", "--for", "5s");
        follower.says("unloaded CheapProbe (its time was over)");
        follower.exits(0);
    }

    @Test
    void without_a_limit_a_probe_may_take_what_it_wants() {
        Child follower = follow(CostlyProbe.class, "--max-overhead", "off", "--for", "5s");
        follower.says("unloaded CostlyProbe (its time was over)");
        follower.exits(0);
    }

    @Test
    void a_handler_that_does_not_return_is_shown_with_its_stack_and_gets_no_more_hits() {
        Child follower = follow(StuckProbe.class, "--max-overhead", "5%");
        String receipt = follower.says("unloaded StuckProbe (it cost too much");
        assertTrue(receipt.contains("; the thread turns "), receipt);
        assertTrue(receipt.contains(" for a second)"), receipt);
        assertTrue(receipt.endsWith("not closed yet: a handler is still running"), receipt);
        follower.exits(FAILED);
        target.list().shows("budget.turn", "idle");
        target.livemark("list").exits(0).says(StuckProbe.class.getName() + ".turn(StuckProbe.java:");
    }

    private Child follow(Class<?> probe, Object... options) {
        Object[] arguments = new Object[2 + options.length];
        arguments[0] = Build.classFile(probe);
        arguments[1] = "--follow";
        System.arraycopy(options, 0, arguments, 2, options.length);
        Child follower = target.livemarkRunning("load", arguments);
        follower.says("loaded " + probe.getSimpleName());
        return follower;
    }
}
