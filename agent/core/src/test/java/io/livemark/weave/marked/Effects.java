/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave.marked;

import java.util.ArrayList;
import java.util.List;

/** What a target did that anybody could notice. */
public final class Effects {

    /** In order. */
    public static final List<String> SEEN = new ArrayList<>();

    private Effects() {}

    /** A call with an effect. */
    public static <T> T value(T value) {
        SEEN.add("value(" + value + ")");
        return value;
    }

    /** Just an effect. */
    public static void happens(String what) {
        SEEN.add(what);
    }
}
