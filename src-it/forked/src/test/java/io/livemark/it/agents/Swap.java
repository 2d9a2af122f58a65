/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import io.livemark.it.ForkedJvm;
import java.util.List;

/** Who gives a loaded class other code. */
enum Swap {
    /** Another agent, by {@code Instrumentation.redefineClasses}. */
    BY_AN_AGENT(List.of()) {
        @Override
        Swapper of(ForkedJvm target) {
            return classFile -> target.say("redefine " + classFile).printsNothing();
        }
    },
    /** A debugger, over its own protocol. */
    BY_A_DEBUGGER(List.of(Debugger.OPTION)) {
        @Override
        Swapper of(ForkedJvm target) {
            return new Debugger(target);
        }
    };

    private final List<String> options;

    Swap(List<String> options) {
        this.options = options;
    }

    /** {@return what the target needs on its command line} */
    List<String> options() {
        return options;
    }

    /** {@return the one for a target, until it is closed} */
    abstract Swapper of(ForkedJvm target);
}
