/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

/**
 * What a probe may do to the application before the agent takes it out.
 *
 * @param maxOverhead the share of the CPU time of the process that its handlers may take, of one CPU where it takes less, 0.05 for 5 %;
 *     0 for any
 * @param maxExceptions how many calls of its handlers may throw, the last one taking it out; 0 for any number
 */
public record Limits(double maxOverhead, int maxExceptions) {

    /** Where nobody says otherwise. */
    public static final Limits DEFAULT = new Limits(0.05, 100);

    /** Anything goes. */
    public static final Limits NONE = new Limits(0, 0);
}
