/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;

/** Reports the orders of the web application, but for those of the load that is always there. */
public final class OrderProbe {

    @Probe("web.order")
    void order(String id, double total) {
        if (!id.equals("load")) {
            System.out.println("hit " + id + " " + total);
        }
    }
}
