/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.Map;

/**
 * What to load.
 *
 * @param name the name of the probe; empty for the simple name of its class
 * @param files class files and resources by their path
 * @param arguments for {@code ProbeContext.arguments}
 * @param follower takes what the probe emits; null where nobody follows it
 * @param maxOverhead the share of the CPU time of the process that the handlers may take; 0 for any
 */
public record LoadOrder(
        String name,
        Map<String, byte[]> files,
        Map<String, String> arguments,
        EventBuffer follower,
        double maxOverhead) {

    /**
     * An order without a limit.
     *
     * @param name see above
     * @param files see above
     * @param arguments see above
     * @param follower see above
     */
    public LoadOrder(String name, Map<String, byte[]> files, Map<String, String> arguments, EventBuffer follower) {
        this(name, files, arguments, follower, 0);
    }
}
