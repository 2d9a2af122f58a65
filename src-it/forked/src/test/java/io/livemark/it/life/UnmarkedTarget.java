/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import io.livemark.it.Console;

/** Has no mark, and waits for its end. */
final class UnmarkedTarget {

    private UnmarkedTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            throw new IllegalArgumentException(command);
        });
    }
}
