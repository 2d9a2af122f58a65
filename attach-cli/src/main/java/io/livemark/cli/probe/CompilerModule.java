/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.probe;

import io.livemark.cli.problem.Problem;

/**
 * The compiler of the Java that runs this, which may come without one. Apart from what uses it: a class that names its types
 * cannot even be linked where the modules are missing.
 */
public final class CompilerModule {

    private CompilerModule() {}

    /**
     * Says no where there is none. To be asked before anything is done to a JVM.
     *
     * @param why it is needed: goes on after a comma
     * @throws Problem with what to run livemark with
     */
    public static void require(String why) throws Problem {
        if (ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
            throw new Problem(
                    "the Java that runs livemark has no compiler, " + why,
                    "run livemark with a JDK: set JAVA_HOME to one (its package is called openjdk-"
                            + Runtime.version().feature() + "-jdk-headless or the like)");
        }
    }
}
