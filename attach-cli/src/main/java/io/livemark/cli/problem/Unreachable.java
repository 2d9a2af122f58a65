/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.problem;

/** The JVM that was named could not be found, entered, or did not answer. Nothing was changed in it. */
public final class Unreachable extends Problem {

    private static final long serialVersionUID = 1;

    /**
     * Describes what is in the way.
     *
     * @param what which JVM, and what is in the way
     * @param hint the remedy; empty where there is none
     */
    public Unreachable(String what, String hint) {
        super(what, hint);
    }
}
