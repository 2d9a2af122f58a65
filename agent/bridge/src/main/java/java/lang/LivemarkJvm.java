/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import jdk.internal.misc.VM;

/** What the JVM tells inside java.base only. By itself: it is asked before the rest of the bridge is there. */
public final class LivemarkJvm {

    private LivemarkJvm() {}

    /** {@return how many agents in Java the JVM was started with; very many where this JVM does not tell} */
    public static int agentsOnTheCommandLine() {
        try {
            int agents = 0;
            // Null where the JVM was given no argument at all.
            String[] arguments = VM.getRuntimeArguments();
            for (String argument : arguments == null ? new String[0] : arguments) {
                agents += argument.startsWith("-javaagent:") ? 1 : 0;
            }
            return agents;
        } catch (LinkageError e) {
            return Integer.MAX_VALUE;
        }
    }

    /**
     * The name that a loader was made with; its own method may be the application's code.
     *
     * @param loader the loader
     * @return null where it has none
     */
    public static String name(ClassLoader loader) {
        return loader.name();
    }
}
