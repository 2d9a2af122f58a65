/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;

/** What there is in this JVM after two collections. */
public final class State {

    private State() {}

    /** Prints {@code state}, threads, classes and KB of metaspace, with tabs between them. */
    public static void print() {
        System.gc();
        System.gc();
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed() / 1024)
                .sum();
        System.out.println("state\t" + ManagementFactory.getThreadMXBean().getThreadCount() + "\t"
                + classes.getLoadedClassCount() + "\t" + metaspace);
    }
}
