/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

/** Why a load or an unload was refused; nothing was changed. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    /** The remedy, one line; empty where there is none. */
    private final String hint;

    /**
     * Refuses.
     *
     * @param reason what is wrong and where
     * @param hint the remedy, or an empty string
     */
    public Refusal(String reason, String hint) {
        super(reason, null, false, false);
        this.hint = hint;
    }

    /** {@return the remedy, one line; empty where there is none} */
    public String hint() {
        return hint;
    }
}
