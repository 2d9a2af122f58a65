/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Jdk;
import io.livemark.it.LivemarkHere;
import io.livemark.it.ProbeRow;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a handler throws, the program does not see it. */
@HoweverTheAgentComes
class ExceptionsIT {

    /** How many exceptions are one too many. */
    private static final int LIMIT = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static ForkedJvm target;
    private static LivemarkHere livemark;

    @Parameter
    Arrival arrival;

    @BeforeParameterizedClassInvocation
    static void start(Arrival arrival) {
        target = ForkedJvm.start(ExceptionsTarget.class, arrival);
        livemark = LivemarkHere.on(target);
    }

    @AfterParameterizedClassInvocation
    static void end() {
        target.close();
    }

    @AfterEach
    void take_the_probes_out() {
        livemark.run("unload", "--all").exits(0);
    }

    @ParameterizedTest
    @EnumSource
    void it_is_kept_and_counted_and_the_method_goes_on(Failure failure) {
        livemark.load(FailingProbe.class, "--arg", "how=" + failure).exits(0);
        livemark.load(CountingProbe.class).exits(0);
        turns(1, "guarded", failure, 1);
        ProbeRow row = livemark.probe("FailingProbe");
        shows(row, 1, 1);
        if (!row.text().contains("first exception: " + failure.shown())) {
            throw row.failure("the first exception was to begin with " + failure.shown());
        }
        turns(1, "evaluated", failure, 2);
        turns(1, "shim", failure, 3);
        turns(1, Jdk.feature() >= 21 ? "virtual" : "guarded", failure, 4);
        turns(LIMIT - 5, "guarded", failure, LIMIT - 1);
        shows(livemark.probe("FailingProbe"), LIMIT - 1, LIMIT - 1);
        livemark.run("unload", "FailingProbe").exits(0).says(LIMIT - 1 + " deliveries, " + (LIMIT - 1) + " exceptions");
        turns(1, "guarded", null, LIMIT);
        livemark.run("unload", "CountingProbe")
                .exits(0)
                .says(LIMIT + " deliveries, 0 exceptions")
                .says("; closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guarded", "evaluated", "shim"})
    void the_hundredth_disarms_the_probe(String form) {
        livemark.load(FailingProbe.class, "--arg", "how=" + Failure.RUNTIME).exits(0);
        livemark.load(CountingProbe.class).exits(0);
        turns(LIMIT - 1, form, null, LIMIT - 1);
        shows(livemark.probe("FailingProbe"), LIMIT - 1, LIMIT - 1);
        turns(1, form, null, LIMIT);
        awaitGone();
        turns(50, form, null, LIMIT + 50);
        assertEquals(0, livemark.probe("CountingProbe").exceptions());
        livemark.run("unload", "FailingProbe").exits(1).complains("no probe named FailingProbe is loaded");
    }

    private static void turns(int count, String form, Failure failure, int delivered) {
        int interrupted = failure == Failure.INTERRUPTED ? count : 0;
        target.say(form + " " + count)
                .prints(count + " turns, 0 wrong, 0 caught, " + interrupted + " interrupted, " + delivered
                        + " delivered");
    }

    private static void shows(ProbeRow row, long deliveries, long exceptions) {
        if (row.deliveries() != deliveries || row.exceptions() != exceptions) {
            throw row.failure("was to show " + deliveries + " deliveries and " + exceptions + " exceptions");
        }
    }

    private static void awaitGone() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (ProbeRow row = livemark.probe("FailingProbe"); row.there(); row = livemark.probe("FailingProbe")) {
            if (System.nanoTime() > deadline) {
                throw row.failure("is still there");
            }
        }
    }
}
