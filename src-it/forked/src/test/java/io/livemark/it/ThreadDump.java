/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the threads of a JVM do, for the report of a failure. */
public final class ThreadDump {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ThreadDump() {}

    /** Never fails: it comes with another failure, which must not be hidden. */
    public static List<String> of(long pid) {
        try {
            Process jstack = new ProcessBuilder(Jdk.tool("jstack"), Long.toString(pid))
                    .redirectErrorStream(true)
                    .start();
            String dump = String.join(
                    "\n", Lines.of(jstack.getInputStream(), "jstack").awaitEnd(PATIENCE));
            // What has no frames is of the JVM itself.
            return Stream.of(dump.split("\n\\s*\n"))
                    .filter(thread -> thread.contains("\tat "))
                    .flatMap(String::lines)
                    .toList();
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }
}
