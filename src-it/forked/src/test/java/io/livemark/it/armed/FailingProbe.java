/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import io.livemark.Probe;
import io.livemark.ProbeContext;

/** Fails at every hit, in the way that it is told. */
final class FailingProbe {

    private final Failure failure;

    FailingProbe(ProbeContext context) {
        this.failure = Failure.valueOf(context.arguments().get("how"));
    }

    @Probe("armed.*")
    void turn(Object n) throws Throwable {
        failure.happen(n);
    }
}
