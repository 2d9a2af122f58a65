/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.kinds;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Sources;
import io.livemark.it.probes.AnyProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A class that {@code Lookup.defineClass} makes of bytes that are on no class path, with marks in its lambdas. */
@HoweverTheAgentComes
class MadeUpIT {

    private static final String PROGRAM = KindsTarget.class.getPackageName() + ".MadeUp";

    private static final Marks MARKS = new Marks(PROGRAM, "[2, 4] 7 late")
            .with("madeup.get", "guarded", "3")
            .with("madeup.lambda", "guarded", "1, 2", "2, 4")
            .with("madeup.capturing", "evaluated", "7, 3")
            .with("madeup.serializable", "guarded", "late")
            .with("madeup.reference", "guarded", "3");

    @TempDir
    static Path classes;

    @Parameter
    Arrival arrival;

    @BeforeAll
    static void compile() {
        Sources.compile(Sources.write(classes, "MadeUp", Sources.resource("kinds/MadeUp")), classes);
    }

    @Test
    void it_is_woven_as_it_is_defined_before_any_probe_wants_it() {
        try (ForkedJvm target = ForkedJvm.start(KindsTarget.class, arrival)) {
            define(target);
            MARKS.runsIdle(target);
            // Attached or not: nothing is left to weave.
            MARKS.areListedAndHit(target, Arrival.AT_START);
            MARKS.areLeft(target);
        }
    }

    @Test
    void a_probe_that_was_there_before_it_is_hit_by_its_first_run() {
        try (ForkedJvm target = ForkedJvm.start(KindsTarget.class, arrival)) {
            target.load(AnyProbe.class).exits(0);
            define(target);
            MARKS.areHit(target);
        }
    }

    private static void define(ForkedJvm target) {
        target.say("define " + classes.resolve(PROGRAM.replace('.', '/') + ".class"))
                .printsNothing();
    }
}
