/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour;

import java.nio.file.Path;

/** What the command line of the build says about these tests. */
final class Settings {

    private Settings() {}

    /** Programs under a directory of their own, which stays. */
    static Programs programs(String name, boolean risky) {
        return Programs.make(
                output(name), risky, Integer.getInteger("livemark.seed"), Integer.getInteger("livemark.seeds"));
    }

    /** {@return a directory in the output of the build} */
    static Path output(String name) {
        return Path.of(System.getProperty("livemark.behaviour.output"), name).toAbsolutePath();
    }
}
