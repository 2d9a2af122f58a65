/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

/** Virtual threads, by reflection: these classes are compiled for JDK 17. */
public final class VirtualThreads {

    private VirtualThreads() {}

    /** Starts one; needs JDK 21. */
    public static Thread start(Runnable body) {
        try {
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, body);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no virtual threads", e);
        }
    }
}
