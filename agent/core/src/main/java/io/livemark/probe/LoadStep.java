/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

/** How far a load has come. */
enum LoadStep {
    /** Its files were read, its name is taken. */
    NAMED,
    /** Its sites are known. */
    FOUND,
    /** Its classes are defined. */
    DEFINED,
    /** Its handlers fit its sites. */
    CHECKED,
    /** Its objects are constructed. */
    CONSTRUCTED,
    /** Its sites are within reach. */
    REACHED,
    /** It is among the probes that sites which link now will call. */
    ARMED,
    /** The targets of its markers are set. */
    AIMED,
    /** The guards of its markers are on. */
    FLIPPED;

    /** Looks on while a probe is loaded. What it throws ends the load. */
    interface Onlooker {
        void at(LoadStep step);
    }

    /** Looks away. */
    static final class Nobody implements Onlooker {

        @Override
        public void at(LoadStep step) {
            // Tests look on.
        }
    }
}
