/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave.marked;

import static io.livemark.Mark.mark;
import static io.livemark.weave.marked.Effects.value;

/** Arguments whose evaluation throws: where the woven program differs, and the Javadoc of mark says so. */
public final class MarkThatThrows {

    private String field;

    private MarkThatThrows() {}

    public static Object reads_through_null() {
        MarkThatThrows none = null;
        mark("throws.read a={}", none.field);
        return "done";
    }

    public static Object divides_by_zero() {
        int zero = 0;
        mark("throws.divide a={}", 1 / zero);
        return "done";
    }

    public static Object calls_first() {
        MarkThatThrows none = null;
        mark("throws.call a={} b={}", value(1), none.field);
        return "done";
    }
}
