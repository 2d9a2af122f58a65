/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

/** How the agent comes to the target. What it does then must not depend on it. */
public enum Arrival {
    /** With {@code -javaagent}. */
    AT_START,
    /** Attached by the command line, once the target runs. */
    BY_ATTACH
}
