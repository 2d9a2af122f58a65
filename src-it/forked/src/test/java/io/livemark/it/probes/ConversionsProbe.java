/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;
import java.util.Collection;

/** Takes fields of {@code ValuesTarget} as what Java would convert them to in a call. */
public final class ConversionsProbe {

    @Probe("value.byte")
    void widened(int v) {
        System.out.println("hit byte as int " + v);
    }

    @Probe("value.char")
    void widened(long v) {
        System.out.println("hit char as long " + v);
    }

    @Probe("value.float")
    void widened(double v) {
        System.out.println("hit float as double " + v);
    }

    @Probe("value.int")
    void boxed(Integer v) {
        System.out.println("hit int as Integer " + v);
    }

    @Probe("value.long")
    void boxed(Object v) {
        System.out.println("hit long as Object " + v.getClass().getSimpleName() + " " + v);
    }

    @Probe("value.short")
    void boxed(Number v) {
        System.out.println("hit short as Number " + v.getClass().getSimpleName() + " " + v);
    }

    @Probe("value.string")
    void supertype(CharSequence v) {
        System.out.println("hit string as CharSequence " + v);
    }

    @Probe("value.list")
    void supertype(Collection<?> v) {
        System.out.println("hit list as Collection " + v);
    }
}
