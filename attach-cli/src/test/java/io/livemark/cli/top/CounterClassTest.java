/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.protocol.Marker;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The probe that counts. */
class CounterClassTest {

    @Test
    void it_takes_primitives_as_they_are_and_all_else_as_objects() throws ReflectiveOperationException {
        Marker marker = new Marker(
                "order.\"placed\" \u00e4",
                List.of(
                        new Marker.Field("a", "int"),
                        new Marker.Field("b", "java.lang.String"),
                        new Marker.Field("c", "double"),
                        new Marker.Field("d", "int|java.lang.Integer"),
                        new Marker.Field("e", "byte[]")),
                List.of(),
                List.of(),
                Marker.State.IDLE,
                "",
                List.of(),
                0);
        byte[] bytes = CounterClass.of(marker);
        Class<?> type = new ClassLoader() {
            Class<?> define() {
                return defineClass("livemark.Counter", bytes, 0, bytes.length);
            }
        }.define();
        Method hit = type.getMethod("hit", int.class, Object.class, double.class, Object.class, Object.class);
        hit.invoke(type.getConstructor().newInstance(), 1, "", 2.0, 3, new byte[0]);
        assertEquals(void.class, hit.getReturnType());
        assertArrayEquals(new Class<?>[0], hit.getExceptionTypes());
    }
}
