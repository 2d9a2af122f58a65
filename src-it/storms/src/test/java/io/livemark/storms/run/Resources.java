/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What the JVM holds: threads, open files, classes of probes, loaders of classes that come and go. */
record Resources(long threads, long files, long probes, long loaders) {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** What there is, once there is no more than expected, or the time is over. Some of it goes a moment after its cause. */
    static String settled(String[] most) throws IOException {
        Resources expected = new Resources(Long.parseLong(most[0]), Long.parseLong(most[1]), 0, 0);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            System.gc();
            Resources now = now();
            if (now.isWithin(expected) || System.nanoTime() > deadline) {
                return now.threads + " " + now.files + " " + now.probes + " " + now.loaders;
            }
        }
    }

    private static Resources now() throws IOException {
        return new Resources(
                ManagementFactory.getThreadMXBean().getThreadCount(), openFiles(), Book.classes(), CopyLoader.count());
    }

    private boolean isWithin(Resources most) {
        return threads <= most.threads && files <= most.files && probes <= most.probes && loaders <= most.loaders;
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
