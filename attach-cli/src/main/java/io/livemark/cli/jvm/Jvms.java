/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import io.livemark.cli.problem.Unreachable;
import java.util.List;

/** The JVMs that can be named. */
public interface Jvms {

    /**
     * Finds the JVM that the user means.
     *
     * @param wanted a PID, or a part of a main class or jar name that only one JVM has
     * @return that JVM; where a PID was given, not yet known to be one
     * @throws Unreachable where there is none, or more than one, or it is another user's
     */
    Jvm find(String wanted) throws Unreachable;

    /**
     * {@return the JVMs that this user may enter, in the order of their PIDs; never a Livemark command}
     *
     * @throws Unreachable where this machine does not tell
     */
    List<Jvm> all() throws Unreachable;
}
