/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.look;

import static io.livemark.Mark.mark;

/** The same shop under a name that no other JVM of this machine has. */
public final class NamedTarget {

    private NamedTarget() {}

    public static void main(String[] args) throws Exception {
        mark("named.started");
        LookTarget.main(args);
    }
}
