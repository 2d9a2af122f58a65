/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.problem;

/**
 * A command was refused or failed, for a reason that the user is told in one sentence.
 *
 * <p>Carries no stack: it is a message to a person, and what it says is all there is to know.
 */
public class Problem extends Exception {

    private static final long serialVersionUID = 1;

    private final String hint;

    /**
     * Describes a problem.
     *
     * @param what what is wrong and where, one sentence or several lines
     * @param hint the remedy; empty where there is none
     */
    public Problem(String what, String hint) {
        super(what, null, false, false);
        this.hint = hint;
    }

    /**
     * {@return the remedy; empty where there is none}
     */
    public String hint() {
        return hint;
    }
}
