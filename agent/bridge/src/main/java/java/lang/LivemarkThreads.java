/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The virtual threads of the JVM, as far as it keeps track of them: from JDK 21, unless it was started with
 * {@code -Djdk.trackAllThreads=false}; then only those of executors and structured scopes.
 */
public final class LivemarkThreads {

    private static final Class<?> VIRTUAL = find("java.lang.BaseVirtualThread");
    private static final MethodHandle INTERRUPT = interruption();
    private static final Containers CONTAINERS = Containers.find();

    private LivemarkThreads() {}

    /**
     * Lists the virtual threads that are alive.
     *
     * @param most how many at most
     * @return some or all of them; none where the JVM has none, or does not show them
     */
    public static List<Thread> virtual(int most) {
        List<Thread> threads = new ArrayList<>();
        try {
            if (CONTAINERS != null) {
                CONTAINERS.collect(threads, most);
            }
        } catch (Throwable e) {
            // The rest is not seen; so it is said above.
        }
        return threads;
    }

    /**
     * Asks without calling the application, as a method of a thread might.
     *
     * @param thread any
     * @return whether it is virtual
     */
    public static boolean isVirtual(Thread thread) {
        return VIRTUAL != null && VIRTUAL.isInstance(thread);
    }

    /** Sets the interrupt flag of this thread, as {@link Thread#interrupt} of the JDK does, whatever a subclass makes of that. */
    public static void interrupt() {
        Thread thread = Thread.currentThread();
        try {
            if (isVirtual(thread)) {
                thread.interrupt();
            } else if (INTERRUPT != null) {
                INTERRUPT.invokeExact(thread);
            }
        } catch (Throwable e) {
            // Out of stack: the flag is what could not be kept.
        }
    }

    private static MethodHandle interruption() {
        try {
            return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
                    .findSpecial(Thread.class, "interrupt", MethodType.methodType(void.class), Thread.class);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /** The JDK's own registry, which is not there in JDK 17. */
    private record Containers(MethodHandle root, MethodHandle children, MethodHandle threads, MethodHandle isVirtual) {

        static Containers find() {
            try {
                MethodHandles.Lookup here = MethodHandles.lookup();
                Class<?> container = Class.forName("jdk.internal.vm.ThreadContainer");
                MethodType stream = MethodType.methodType(Stream.class);
                return new Containers(
                        here.findStatic(
                                Class.forName("jdk.internal.vm.ThreadContainers"),
                                "root",
                                MethodType.methodType(container)),
                        here.findVirtual(container, "children", stream),
                        here.findVirtual(container, "threads", stream),
                        here.findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class)));
            } catch (ReflectiveOperationException | LinkageError e) {
                return null;
            }
        }

        void collect(List<Thread> found, int most) throws Throwable {
            Deque<Object> open = new ArrayDeque<>();
            open.add((Object) root.invoke());
            while (!open.isEmpty() && found.size() < most) {
                Object container = open.remove();
                Iterator<?> alive = ((Stream<?>) threads.invoke(container)).iterator();
                while (alive.hasNext() && found.size() < most) {
                    Thread thread = (Thread) alive.next();
                    if ((boolean) isVirtual.invoke(thread)) {
                        found.add(thread);
                    }
                }
                ((Stream<?>) children.invoke(container)).forEach(open::add);
            }
        }
    }
}
