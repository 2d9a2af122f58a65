/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import static io.livemark.Mark.mark;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** How a handler comes to a mark, on its own thread or on another. A class of the application: the probe calls it. */
public enum Way {
    DIRECTLY {
        @Override
        public void go() {
            AgainTarget.inner(0);
        }
    },
    TO_ITS_OWN_MARK {
        @Override
        public void go() {
            AgainTarget.outer(0);
        }
    },
    BY_A_COMPARATOR_OF_A_SORT {
        @Override
        public void go() {
            Integer[] numbers = {2, 1};
            Arrays.sort(numbers, (a, b) -> {
                AgainTarget.inner(0);
                return a.compareTo(b);
            });
        }
    },
    BY_A_KEY_OF_A_MAP {
        @Override
        public void go() {
            Map<Object, Object> map = new HashMap<>();
            map.put(new Key(), "value");
        }
    },
    BY_A_FUNCTION_OF_A_MAP {
        @Override
        public void go() {
            new ConcurrentHashMap<Integer, Integer>().computeIfAbsent(1, key -> {
                AgainTarget.inner(0);
                return key;
            });
        }
    },
    BY_A_STREAM {
        @Override
        public void go() {
            Stream.of(1).forEach(n -> AgainTarget.inner(0));
        }
    },
    BY_A_TASK {
        @Override
        public void go() {
            new FutureTask<>(() -> AgainTarget.inner(0), null).run();
        }
    },
    BY_TEXT {
        @Override
        public void go() {
            used = "text of " + new Key();
        }
    },
    BY_REFLECTION {
        @Override
        public void go() throws ReflectiveOperationException {
            AgainTarget.class.getMethod("inner", int.class).invoke(null, 0);
        }
    },
    BY_A_METHOD_HANDLE {
        @Override
        public void go() throws Throwable {
            MethodHandles.publicLookup()
                    .findStatic(AgainTarget.class, "inner", MethodType.methodType(void.class, int.class))
                    .invokeExact(0);
        }
    },
    BY_A_PROXY {
        @Override
        public void go() {
            Runnable proxy = (Runnable) Proxy.newProxyInstance(
                    Way.class.getClassLoader(), new Class<?>[] {Runnable.class}, (self, method, arguments) -> {
                        AgainTarget.inner(0);
                        return null;
                    });
            proxy.run();
        }
    },
    /** Only once in a JVM. */
    BY_AN_INITIALISER {
        @Override
        public void go() throws ReflectiveOperationException {
            Class.forName(Initialised.class.getName(), true, Way.class.getClassLoader());
        }
    },
    BY_ANOTHER_THREAD_S_BODY {
        @Override
        public void go() {
            new Thread(() -> AgainTarget.inner(0)).run();
        }
    },
    BEFORE_IT_THROWS {
        @Override
        public void go() {
            AgainTarget.inner(0);
            throw new IllegalStateException("on purpose");
        }
    },
    /** A virtual thread may have another carrier then. */
    AFTER_A_REST {
        @Override
        public void go() throws InterruptedException {
            Thread.sleep(5);
            AgainTarget.inner(0);
        }
    },
    /** Rests until the application has done something else. */
    NOT_BEFORE_IT_IS_TOLD {
        @Override
        public void go() throws InterruptedException {
            AgainTarget.awaitTold();
            AgainTarget.inner(0);
        }
    },
    /** The only one that is delivered. */
    ON_ANOTHER_THREAD {
        @Override
        public void go() throws InterruptedException {
            Thread other = new Thread(() -> AgainTarget.inner(0));
            other.start();
            other.join();
        }
    };

    static volatile Object used;

    /** Goes there. */
    public abstract void go() throws Throwable;

    /** Has a mark in what a map and a text call. */
    private static final class Key {

        @Override
        public int hashCode() {
            AgainTarget.inner(0);
            return 0;
        }

        @Override
        public String toString() {
            AgainTarget.inner(0);
            return "key";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key;
        }
    }

    private static final class Initialised {

        static final List<Object> NOTHING = new ArrayList<>();

        static {
            mark("again.inner n={}", 0);
        }
    }
}
