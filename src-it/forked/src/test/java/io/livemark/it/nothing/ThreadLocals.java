/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.nothing;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;

/** Looks into the thread-locals of threads; needs {@code --add-opens java.base/java.lang=ALL-UNNAMED}. */
final class ThreadLocals {

    private static final Field LOCALS = field(Thread.class, "threadLocals");
    private static final Field INHERITABLE = field(Thread.class, "inheritableThreadLocals");
    private static final Field TABLE = field(LOCALS.getType(), "table");
    private static final Field VALUE = field(TABLE.getType().getComponentType(), "value");

    private ThreadLocals() {}

    /** {@return what of Livemark is in them: the class of a key or of a value, and how often} */
    static Map<String, Integer> ofLivemark(Iterable<Thread> threads) throws IllegalAccessException {
        Map<String, Integer> found = new TreeMap<>();
        for (Thread thread : threads) {
            for (Field locals : new Field[] {LOCALS, INHERITABLE}) {
                Object map = locals.get(thread);
                Object table = map == null ? new Object[0] : TABLE.get(map);
                for (int i = 0; i < Array.getLength(table); i++) {
                    Reference<?> entry = (Reference<?>) Array.get(table, i);
                    if (entry != null) {
                        note("key", entry.get(), found);
                        note("value", VALUE.get(entry), found);
                    }
                }
            }
        }
        return found;
    }

    private static void note(String role, Object object, Map<String, Integer> found) {
        if (object != null && isLivemarks(object.getClass())) {
            found.merge(role + " " + object.getClass().getName(), 1, Integer::sum);
        }
    }

    /** Of the bridge, of the agent or of a probe; the loaders of the last two have names. */
    private static boolean isLivemarks(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return type.getName().startsWith("java.lang.Livemark")
                || loader != null
                        && loader.getName() != null
                        && loader.getName().startsWith("livemark");
    }

    private static Field field(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new AssertionError("another JDK", e);
        }
    }
}
