/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.demo;

/** Runs one command of the command line, here and now. */
@FunctionalInterface
public interface Runner {

    /**
     * Runs it to its end.
     *
     * @param words of the command line
     * @return the exit code
     */
    int run(String... words);
}
