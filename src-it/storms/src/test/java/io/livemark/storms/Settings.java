/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms;

import java.time.Duration;

/** What the command line of the build says about these tests. */
final class Settings {

    private Settings() {}

    /** {@return how long one storm blows} */
    static Duration duration() {
        return Duration.ofSeconds(Integer.getInteger("livemark.storm.seconds"));
    }

    /** {@return where the dice start: as given, or drawn} */
    static long seed() {
        long given = Long.getLong("livemark.storm.seed");
        return given == 0 ? System.nanoTime() & 0xffff_ffffL : given;
    }
}
