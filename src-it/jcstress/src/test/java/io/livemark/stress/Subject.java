/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.stress;

import io.livemark.Mark;
import java.util.function.Consumer;

/** The application: one marked call site. Made anew, woven, by {@link Engine}; a type of the JDK is how to reach it. */
public final class Subject implements Consumer<Object> {

    @Override
    public void accept(Object state) {
        Mark.mark("stress.hit state={}", state);
    }
}
