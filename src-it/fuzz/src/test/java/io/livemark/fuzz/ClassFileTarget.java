/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

/** Any bytes as a class file. */
public final class ClassFileTarget {

    private ClassFileTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] file) {
        Oracle.anything(file);
    }
}
