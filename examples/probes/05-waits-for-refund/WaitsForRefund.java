/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
import io.livemark.Probe;
import io.livemark.ProbeContext;
import io.livemark.Site;

/**
 * 05. Waits for a marker that does not exist yet: {@code refund.paid} is in a class that the shop loads with its first
 * refund. Shows that the order of loading does not matter, and that not even the first hit is missed.
 *
 * <pre>
 * $ attach-cli/bin/livemark load shop examples/probes/05-waits-for-refund/WaitsForRefund.java --follow
 * $ curl 'http://localhost:PORT/refund?order=1001'      (in another terminal; the shop printed its port)
 * refund 1001 467.5 io.livemark.examples.shop.Refunds.pay:30
 * </pre>
 *
 * Expect {@code load} to say that the probe is waiting, and one line for each refund from the first one on.
 */
public final class WaitsForRefund {

    private final ProbeContext context;

    public WaitsForRefund(ProbeContext context) {
        this.context = context;
    }

    @Probe("refund.paid")
    void paid(Site site, long id, double amount) {
        context.emit("refund", id, amount, site.toString());
    }
}
