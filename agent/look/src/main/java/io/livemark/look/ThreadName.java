/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Name and number of a thread; without the application's code where the JDK allows it: {@code getId} may be overridden, {@code threadId} may not. */
final class ThreadName {

    /** {@code threadId}, from Java 19 on; null before, when there are no virtual threads without a name. */
    private static final MethodHandle ID = find();

    private ThreadName() {}

    static String ofThis() {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        return name.isEmpty() ? number(thread) : name;
    }

    /** The number of this thread, which no other has. */
    static long idOfThis() {
        return id(Thread.currentThread());
    }

    private static String number(Thread thread) {
        return "#" + id(thread);
    }

    @SuppressWarnings("deprecation") // Before Java 19 there is no other.
    private static long id(Thread thread) {
        if (ID == null) {
            return thread.getId();
        }
        try {
            return (long) ID.invokeExact(thread);
        } catch (Throwable e) {
            return -1;
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
