/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.run;

/** What programs throw on purpose. */
public final class Oops extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Oops(int number) {
        super("oops " + number);
    }
}
