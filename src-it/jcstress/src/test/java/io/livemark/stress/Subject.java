/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.stress;

import io.livemark.Mark;
import java.util.function.Consumer;

/** The application: one marker, asked for and hit. Made anew, woven, by {@link Engine}; a type of the JDK is how to reach it. */
public final class Subject implements Consumer<Object> {

    @Override
    public void accept(Object state) {
        if (Mark.armed("stress.hit") && state instanceof Runnable asked) {
            asked.run();
        }
        Mark.mark("stress.hit state={}", state);
    }
}
