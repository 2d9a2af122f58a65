/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionsTest {

    private static final ClassLoader LOADER = ConversionsTest.class.getClassLoader();

    static final Map<String, Class<?>> PARAMETERS = Stream.of(
                    boolean.class,
                    byte.class,
                    short.class,
                    char.class,
                    int.class,
                    long.class,
                    float.class,
                    double.class,
                    Boolean.class,
                    Byte.class,
                    Short.class,
                    Character.class,
                    Integer.class,
                    Long.class,
                    Float.class,
                    Double.class,
                    Number.class,
                    Comparable.class,
                    Serializable.class,
                    CharSequence.class,
                    String.class,
                    Object.class)
            .collect(Collectors.toMap(Class::getSimpleName, type -> type));

    /** The table of the language: what may be passed where, each line complete. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "boolean              : boolean Boolean Comparable Serializable Object",
                "byte                 : byte short int long float double Byte Number Comparable Serializable Object",
                "short                : short int long float double Short Number Comparable Serializable Object",
                "char                 : char int long float double Character Comparable Serializable Object",
                "int                  : int long float double Integer Number Comparable Serializable Object",
                "long                 : long float double Long Number Comparable Serializable Object",
                "float                : float double Float Number Comparable Serializable Object",
                "double               : double Double Number Comparable Serializable Object",
                "java.lang.Boolean    : boolean Boolean Comparable Serializable Object",
                "java.lang.Byte       : byte short int long float double Byte Number Comparable Serializable Object",
                "java.lang.Short      : short int long float double Short Number Comparable Serializable Object",
                "java.lang.Character  : char int long float double Character Comparable Serializable Object",
                "java.lang.Integer    : int long float double Integer Number Comparable Serializable Object",
                "java.lang.Long       : long float double Long Number Comparable Serializable Object",
                "java.lang.Float      : float double Float Number Comparable Serializable Object",
                "java.lang.Double     : double Double Number Comparable Serializable Object",
                "java.lang.Number     : Number Serializable Object",
                "java.lang.String     : String CharSequence Comparable Serializable Object",
                "java.lang.Object     : Object",
                "int[]                : Serializable Object",
                "null                 : Boolean Byte Short Character Integer Long Float Double Number Comparable"
                        + " Serializable CharSequence String Object",
            })
    void what_a_java_call_allows_is_allowed_and_nothing_else(String field, String allowed) {
        List<String> expected = Arrays.asList(allowed.split(" "));
        PARAMETERS.forEach((name, parameter) -> assertEquals(
                expected.contains(name), Conversions.allows(field, null, parameter), field + " to " + name));
    }

    @Test
    void arrays_go_where_their_elements_go() {
        assertTrue(Conversions.allows("java.lang.String[]", null, Object[].class));
        assertTrue(Conversions.allows("java.lang.String[][]", null, CharSequence[][].class));
        assertTrue(Conversions.allows("int[][]", null, Object[].class));
        assertFalse(Conversions.allows("int[]", null, long[].class));
        assertFalse(Conversions.allows("int[]", null, Object[].class));
        assertFalse(Conversions.allows("java.lang.Object[]", null, String[].class));
    }

    @Test
    void types_of_the_application_are_those_of_its_loader() {
        String list = "java.util.ArrayList";
        assertTrue(Conversions.allows(list, null, Collection.class));
        String own = Nested.class.getName();
        assertTrue(Conversions.allows(own, LOADER, Nested.class));
        assertTrue(Conversions.allows(own, LOADER, Runnable.class));
        assertTrue(Conversions.allows(own + "[]", LOADER, Runnable[].class));
        assertFalse(Conversions.allows(own, LOADER, String.class));
        assertFalse(Conversions.allows(own, null, Nested.class), "no loader, no such type");
        assertTrue(Conversions.allows(own, null, Object.class), "anything is an Object");
        assertFalse(Conversions.allows("no.such.Type", LOADER, Runnable.class));
    }

    @Test
    void the_value_of_a_supplier_may_be_anything() {
        assertTrue(Conversions.allows("java.util.function.Supplier", null, Object.class));
        assertFalse(Conversions.allows("java.util.function.Supplier", null, Supplier.class));
        assertFalse(Conversions.allows("java.util.function.Supplier", null, String.class));
    }

    @Test
    void looking_for_a_type_does_not_initialise_it() {
        assertEquals(Loud.class, Conversions.resolve(Loud.class.getName(), LOADER));
        assertNull(System.getProperty("livemark.test.loud"));
        assertNull(Conversions.resolve("int[", LOADER));
    }

    static final class Nested implements Runnable {
        @Override
        public void run() {}
    }

    static final class Loud {
        static {
            System.setProperty("livemark.test.loud", "initialised");
        }
    }
}
