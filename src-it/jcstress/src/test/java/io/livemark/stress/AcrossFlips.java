/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.function.Consumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** One probe stays, another comes to the same marker and goes again: that is nothing to the first. */
@JCStressTest
@Outcome(id = "50", expect = ACCEPTABLE, desc = "Each hit was delivered once.")
@Outcome(expect = FORBIDDEN, desc = "A hit was lost, or counted twice.")
@State
public class AcrossFlips implements Consumer<String> {

    private static final int HITS = 50;
    private static final String STAYS = Engine.newName();

    static {
        Engine.load(STAYS, () -> {});
    }

    private int told;

    @Override
    public void accept(String probe) {
        if (probe.equals(STAYS)) {
            told++;
        }
    }

    @Actor
    public void hitter() {
        for (int i = 0; i < HITS; i++) {
            Engine.SUBJECT.accept(this);
        }
    }

    @Actor
    public void flipper() {
        Engine.unload(Engine.load(Engine.newName(), () -> {}));
    }

    @Arbiter
    public void look(I_Result result) {
        result.r1 = told;
    }
}
