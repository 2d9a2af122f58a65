/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A hit in the very moment of an unload. */
@JCStressTest
@Outcome(id = "none", expect = ACCEPTABLE, desc = "After drained nobody was in the handler.")
@Outcome(id = "entered", expect = FORBIDDEN, desc = "A handler was entered after drained.")
@Outcome(id = "inside", expect = FORBIDDEN, desc = "Drained was said while a handler ran.")
@State
public class AfterDrained extends EndState {

    @Actor
    public void hitter() {
        hit();
    }

    @Actor
    public void unloader() {
        unload();
    }

    @Arbiter
    public void look(L_Result result) {
        result.r1 = afterDrained();
    }
}
