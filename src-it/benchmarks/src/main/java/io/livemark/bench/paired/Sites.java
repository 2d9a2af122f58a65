/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/** Call sites that generated variants are linked with: what an idle mark could be, by hand. */
public final class Sites {

    /** A handle that the JIT knows. */
    public static final MethodHandle CONSTANT = empty();

    /** The same, where it has to look. */
    public static MethodHandle variable = empty();

    private Sites() {}

    /** In the place of a call in the source: becomes a call site. */
    public static boolean guard() {
        throw new AssertionError("not replaced");
    }

    /** In the place of a call in the source: becomes a call site. */
    public static void hit(int n, String word) {
        throw new AssertionError("not replaced");
    }

    /** A site that is false, or does nothing, and could become another. */
    public static CallSite bootstrap(MethodHandles.Lookup lookup, String name, MethodType type) {
        return new MutableCallSite(
                type.returnType() == boolean.class
                        ? MethodHandles.constant(boolean.class, false)
                        : MethodHandles.empty(type));
    }

    private static MethodHandle empty() {
        return MethodHandles.empty(MethodType.methodType(void.class, int.class, String.class));
    }
}
