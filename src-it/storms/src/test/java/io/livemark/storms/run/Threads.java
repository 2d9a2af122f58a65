/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms.run;

/** Threads of both kinds, where the JDK has both. */
final class Threads {

    private static final boolean HAS_VIRTUAL = Runtime.version().feature() >= 21;

    private Threads() {}

    static Thread start(Runnable task, String name, boolean virtual) {
        Thread thread = virtual && HAS_VIRTUAL ? virtual(task) : new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** By reflection: these tests are compiled for a JDK that has none. */
    private static Thread virtual(Runnable task) {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (Thread) Class.forName("java.lang.Thread$Builder")
                    .getMethod("unstarted", Runnable.class)
                    .invoke(builder, task);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
