/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.livemark.probe.LiveProbe;
import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A probe comes while a thread hits: from the first hit that is delivered on all are, and after the answer each one; and wherever the
 * guard is seen on, a hit reaches somebody: this probe, or those of other states, which are on the same marker.
 */
@JCStressTest
@Outcome(id = "none", expect = ACCEPTABLE, desc = "All hits were before the load.")
@Outcome(id = "late", expect = ACCEPTABLE, desc = "From one hit on all were delivered.")
@Outcome(id = "all", expect = ACCEPTABLE, desc = "All hits were after the load.")
@Outcome(
        id = "flipping",
        expect = ACCEPTABLE_INTERESTING,
        desc = "During the load a hit was not delivered though one before it was: code of before was still run.")
@Outcome(
        id = "torn",
        expect = FORBIDDEN,
        desc = "A hit was not delivered though the guard was on: the target was missing.")
@Outcome(id = "missed", expect = FORBIDDEN, desc = "A hit after the answer was not delivered.")
@State
public class GuardAndTarget implements Consumer<String>, Runnable {

    private static final int HITS = 50;

    private final String name = Engine.newName();
    private LiveProbe probe;
    private volatile boolean loaded;
    private int told;
    private boolean guardIsOn;
    private boolean anybodyTold;
    private String outcome;

    @Override
    public void run() {
        guardIsOn = true;
    }

    @Override
    public void accept(String probe) {
        anybodyTold = true;
        if (probe.equals(name)) {
            told++;
        }
    }

    @Actor
    public void hitter() {
        boolean torn = false;
        boolean missed = false;
        boolean flipping = false;
        for (int i = 0; i < HITS; i++) {
            boolean answered = loaded;
            int before = told;
            guardIsOn = false;
            anybodyTold = false;
            Engine.SUBJECT.accept(this);
            torn |= guardIsOn && !anybodyTold;
            missed |= answered && told == before;
            flipping |= before > 0 && told == before;
        }
        outcome = torn ? "torn" : missed ? "missed" : flipping ? "flipping" : inOrder();
    }

    private String inOrder() {
        return told == 0 ? "none" : told == HITS ? "all" : "late";
    }

    @Actor
    public void loader() {
        probe = Engine.load(name, () -> {});
        loaded = true;
    }

    @Arbiter
    public void look(L_Result result) {
        Engine.unload(probe);
        result.r1 = outcome;
    }
}
