/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A hit whose fields come in one array, that the program made elsewhere: it may hold too few or too many, or be null. */
final class LivemarkSpread {

    private static final MethodHandle HOLDS = find("holds", boolean.class, int.class, Object[].class);
    private static final MethodHandle VALUES = find("values", Object[].class, Object[].class);

    private LivemarkSpread() {}

    /** {@code (Object[])void} that calls a target of so many objects where the array holds as many, and else nothing. */
    static MethodHandle of(MethodHandle target) {
        int fields = target.type().parameterCount();
        MethodHandle spread = target.asSpreader(Object[].class, fields);
        MethodHandle fits = MethodHandles.insertArguments(HOLDS, 0, fields);
        MethodHandle checked = MethodHandles.guardWithTest(fits, spread, MethodHandles.empty(spread.type()));
        return MethodHandles.filterArguments(checked, 0, VALUES);
    }

    @SuppressWarnings("unused") // HOLDS
    private static boolean holds(int fields, Object[] values) {
        return values.length == fields;
    }

    /** What javac makes of {@code mark(spec, null)} is no array at all. */
    @SuppressWarnings("unused") // VALUES
    private static Object[] values(Object[] passed) {
        return passed == null ? new Object[1] : passed;
    }

    private static MethodHandle find(String name, Class<?> result, Class<?>... parameters) {
        try {
            return MethodHandles.lookup()
                    .findStatic(LivemarkSpread.class, name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
