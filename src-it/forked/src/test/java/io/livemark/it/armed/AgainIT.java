/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Jdk;
import io.livemark.it.LivemarkHere;
import io.livemark.it.ProbeRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A handler that comes to a mark: on its own thread that is not delivered, or there would be no end. */
@HoweverTheAgentComes
class AgainIT {

    private static ForkedJvm target;
    private static LivemarkHere livemark;

    @Parameter
    Arrival arrival;

    @BeforeParameterizedClassInvocation
    static void start(Arrival arrival) {
        target = ForkedJvm.start(AgainTarget.class, arrival, "-Djdk.virtualThreadScheduler.parallelism=1");
        livemark = LivemarkHere.on(target);
    }

    @AfterParameterizedClassInvocation
    static void end() {
        target.close();
    }

    @AfterEach
    void take_the_probes_out() {
        livemark.run("unload", "--all").exits(0);
        target.say("count");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"ON_ANOTHER_THREAD", "NOT_BEFORE_IT_IS_TOLD"})
    void on_its_own_thread_it_is_counted_and_not_delivered(Way way) {
        load(way, "handler");
        target.say("outer");
        target.say("count").prints("1 outer, 0 inner");
        suppressed(way == Way.TO_ITS_OWN_MARK ? "AgainProbe" : "InnerProbe");
        // And it does not stay so.
        target.say("inner");
        target.say("count").prints("0 outer, 1 inner");
        target.say("outer");
        target.say("count").prints("1 outer, 0 inner");
    }

    @ParameterizedTest
    @EnumSource(names = {"DIRECTLY", "BY_A_COMPARATOR_OF_A_SORT", "AFTER_A_REST", "BEFORE_IT_THROWS"})
    void on_its_own_virtual_thread_it_is_not_either(Way way) {
        assumeTrue(Jdk.feature() >= 21, "virtual threads");
        load(way, "handler");
        target.say("virtual");
        target.say("count").prints("1 outer, 0 inner");
        suppressed("InnerProbe");
        target.say("inner-virtual");
        target.say("count").prints("0 outer, 1 inner");
    }

    @Test
    void on_another_thread_it_is_delivered() {
        load(Way.ON_ANOTHER_THREAD, "handler");
        target.say("outer");
        target.say("count").prints("1 outer, 1 inner");
        assertEquals(0, livemark.probe("InnerProbe").suppressed());
    }

    @Test
    void on_another_virtual_thread_it_is_delivered() {
        assumeTrue(Jdk.feature() >= 21, "virtual threads");
        load(Way.NOT_BEFORE_IT_IS_TOLD, "handler");
        target.say("others");
        target.say("count").prints("1 outer, 10 inner");
        assertEquals(1, livemark.probe("InnerProbe").suppressed());
    }

    private static void load(Way way, String where) {
        livemark.load(InnerProbe.class).exits(0);
        livemark.load(AgainProbe.class, "--arg", "way=" + way, "--arg", "where=" + where)
                .exits(0);
    }

    /** At least once: what the JDK calls twice is not for us to say. */
    private static void suppressed(String probe) {
        ProbeRow row = livemark.probe(probe);
        if (row.suppressed() == 0) {
            throw row.failure("a hit was to be suppressed");
        }
    }
}
