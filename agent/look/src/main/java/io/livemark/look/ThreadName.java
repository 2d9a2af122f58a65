/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The name of a thread without the application's code: {@code Thread.getId} may be overridden, {@code getName} may not. */
final class ThreadName {

    /** {@code threadId}, from Java 19 on; null before, when there are no virtual threads without a name. */
    private static final MethodHandle ID = find();

    private ThreadName() {}

    static String ofThis() {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        return name.isEmpty() ? number(thread) : name;
    }

    private static String number(Thread thread) {
        if (ID == null) {
            return "-";
        }
        try {
            return "#" + (long) ID.invokeExact(thread);
        } catch (Throwable e) {
            return "-";
        }
    }

    private static MethodHandle find() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(Thread.class, "threadId", MethodType.methodType(long.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
