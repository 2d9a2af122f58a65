/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;
import io.livemark.it.life.ChurnTarget;

/** Hands every hit to the application, which checks it. */
public final class ChurnProbe {

    public ChurnProbe() {
        ChurnTarget.loaded(ChurnProbe.class);
    }

    @Probe("churn.guarded")
    void guarded(long n, long complement, String text) {
        ChurnTarget.hit(n, complement, text);
    }

    @Probe("churn.evaluated")
    void evaluated(long n, long complement, String text) {
        ChurnTarget.hit(n, complement, text);
    }
}
