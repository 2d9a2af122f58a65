/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import java.util.Collection;

/** What is fuzzed, for how long in a short run, and with inputs of what size. */
enum Target {
    CLASS_FILE(ClassFileTarget.class, 10_000, 12, 32_000),
    METHOD(MethodTarget.class, 6_000, 12, 600),
    SPEC(SpecTarget.class, 30_000, 6, 20_000),
    WIRE(WireTarget.class, 50_000, 6, 4_000);

    /** What Jazzer calls. */
    final Class<?> type;

    /** How many inputs a short run tries. */
    final int runs;

    /** How long a short run takes at most, however slow the machine: all of them together no minute. */
    final int mostSeconds;

    /** The longest input that the fuzzer makes. */
    final int mostBytes;

    Target(Class<?> type, int runs, int mostSeconds, int mostBytes) {
        this.type = type;
        this.runs = runs;
        this.mostSeconds = mostSeconds;
        this.mostBytes = mostBytes;
    }

    /** Runs one input, here. */
    void run(byte[] input) {
        switch (this) {
            case CLASS_FILE -> ClassFileTarget.fuzzerTestOneInput(input);
            case METHOD -> MethodTarget.fuzzerTestOneInput(input);
            case SPEC -> SpecTarget.fuzzerTestOneInput(input);
            case WIRE -> WireTarget.fuzzerTestOneInput(input);
        }
    }

    /** {@return inputs that reach far into the product, to start from} */
    Collection<byte[]> seeds() {
        return switch (this) {
            case CLASS_FILE -> Seeds.classFiles();
            case METHOD -> Seeds.choices();
            case SPEC -> Seeds.specs();
            case WIRE -> Seeds.frames();
        };
    }
}
