/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import io.livemark.probe.LiveProbe;
import io.livemark.protocol.Receipt;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What may take a probe out later: the time that it was given, or the client that follows it. Lets go of the probe when that goes for
 * another cause, so that nothing keeps its classes.
 */
final class Lease {

    private final CompletableFuture<Receipt> receipt;
    private final Commands commands;
    private volatile LiveProbe probe;

    Lease(LiveProbe probe, Commands commands) {
        this.probe = probe;
        this.commands = commands;
        this.receipt = probe.receipt();
        receipt.thenRun(new LettingGo());
    }

    private final class LettingGo implements Runnable {

        @Override
        public void run() {
            probe = null;
        }
    }

    /** {@return the promise of the receipt of the probe} */
    CompletableFuture<Receipt> receipt() {
        return receipt;
    }

    /** {@return the sites that do not fit, each with the reason; none once it is out} */
    List<String> misfits() {
        LiveProbe leased = probe;
        return leased == null ? List.of() : leased.misfits();
    }

    /** Takes the probe out where it is still there. */
    void end(Receipt.Cause cause) {
        LiveProbe leased = probe;
        if (leased != null) {
            commands.end(leased, cause, "");
        }
    }
}
