/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.List;

/**
 * A class of a probe that is defined and not yet constructed.
 *
 * @param type the class
 * @param homes the loaders whose sites it is for
 */
record Draft(ProbeType type, List<ClassLoader> homes) {

    boolean isFor(ClassLoader home) {
        return has(homes, home);
    }

    /** Whether a loader is among some, by identity: its equals is the application's code. */
    static boolean has(List<ClassLoader> homes, ClassLoader home) {
        for (ClassLoader other : homes) {
            if (other == home) {
                return true;
            }
        }
        return false;
    }
}
