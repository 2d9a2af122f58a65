/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livemark.weave.ClassFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The conversions beside those of the compiler itself. */
class JavacTest {

    private static final List<String> PRIMITIVES =
            List.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

    private static final Map<String, Class<?>> TYPES = Stream.of(
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
                    java.io.Serializable.class,
                    Cloneable.class,
                    java.lang.constant.Constable.class,
                    CharSequence.class,
                    String.class,
                    Object.class,
                    Enum.class,
                    java.util.concurrent.TimeUnit.class,
                    Iterable.class,
                    java.util.Collection.class,
                    java.util.List.class,
                    java.util.ArrayList.class,
                    Runnable.class,
                    Thread.class,
                    Void.class,
                    boolean[].class,
                    byte[].class,
                    char[].class,
                    int[].class,
                    long[].class,
                    int[][].class,
                    long[][].class,
                    Object[].class,
                    Object[][].class,
                    Integer[].class,
                    Number[].class,
                    String[].class,
                    String[][].class,
                    Comparable[].class,
                    java.io.Serializable[].class,
                    Cloneable[].class,
                    java.util.List[].class,
                    java.util.ArrayList[].class)
            .collect(Collectors.toMap(Class::getTypeName, type -> type));

    private record Pair(String field, String parameter) {}

    /** A parameter that is an array of objects takes one field here, as it does beside another parameter. */
    @Test
    void what_javac_allows_in_a_call_is_allowed_and_nothing_else() {
        List<Pair> pairs = new ArrayList<>();
        StringBuilder source = new StringBuilder("@SuppressWarnings(\"all\") class Calls {\n");
        List<String> fields = new ArrayList<>(TYPES.keySet());
        fields.add(Conversions.NULL);
        for (String field : fields) {
            for (String parameter : TYPES.keySet()) {
                int number = pairs.size();
                boolean isNull = field.equals(Conversions.NULL);
                source.append("static void t")
                        .append(number)
                        .append('(')
                        .append(parameter)
                        .append(" p) {} static void c");
                source.append(number)
                        .append('(')
                        .append(isNull ? "int" : field)
                        .append(" f) { t")
                        .append(number);
                source.append(isNull ? "(null); }\n" : "(f); }\n");
                pairs.add(new Pair(field, parameter));
            }
        }
        Set<String> refused = new TreeSet<>();
        complaints(source + "}").forEach(line -> refused.add(pairs.get(line - 2).toString()));
        Set<String> expected = new TreeSet<>();
        for (Pair pair : pairs) {
            if (!Conversions.allows(pair.field, null, TYPES.get(pair.parameter))) {
                expected.add(pair.toString());
            }
        }
        assertEquals(String.join("\n", refused), String.join("\n", expected));
    }

    /** What is allowed by its type is taken by its value. */
    @Test
    void values_go_where_their_types_go() {
        List<Object> values = List.of(
                true, (byte) 1, (short) 1, 'c', 1, 1L, 1f, 1d, "text", new ArrayList<>(), new int[0], new String[0]);
        for (Object value : values) {
            TYPES.forEach((name, type) -> assertEquals(
                    Conversions.allows(value.getClass().getTypeName(), null, type),
                    Conversions.takes(type, value),
                    value.getClass() + " to " + name));
        }
        TYPES.forEach((name, type) -> assertEquals(!PRIMITIVES.contains(name), Conversions.takes(type, null), name));
    }

    private static List<Integer> complaints(String source) {
        String complaints = assertThrows(
                        IllegalArgumentException.class,
                        () -> ClassFiles.compile("Calls", source, "-Xmaxerrs", "100000"))
                .getMessage();
        return Pattern.compile(":(\\d+): error:")
                .matcher(complaints)
                .results()
                .map((MatchResult found) -> Integer.valueOf(found.group(1)))
                .toList();
    }
}
