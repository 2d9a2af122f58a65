/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import java.nio.file.Path;

/** Gives a loaded class other code. */
interface Swapper extends AutoCloseable {

    /** The class named like the file has the code of the file when this returns. */
    void to(Path classFile);

    @Override
    default void close() {}
}
