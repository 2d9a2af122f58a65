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

/** Two threads that hit in the moment when the probe is closed. */
@JCStressTest
@Outcome(id = "none", expect = ACCEPTABLE, desc = "Closed while nobody was in the handler, or not yet.")
@Outcome(id = "entered", expect = FORBIDDEN, desc = "A handler ran after close had begun.")
@Outcome(id = "inside", expect = FORBIDDEN, desc = "close() was called while a handler ran.")
@State
public class AroundClose extends EndState {

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
        result.r1 = aroundClose();
    }
}
