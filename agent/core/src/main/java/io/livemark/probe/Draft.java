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
        return homes.stream().anyMatch(other -> other == home);
    }
}
