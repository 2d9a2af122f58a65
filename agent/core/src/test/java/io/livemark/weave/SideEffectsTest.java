/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The table in the description of the package, row by row: an argument, and what becomes of its site. */
class SideEffectsTest {

    private static final List<String> ROWS = List.of(
            // constants
            "1 -> guarded",
            "\"x\" -> guarded",
            "'c' -> guarded",
            "2.5 -> guarded",
            "(Object) null -> guarded",
            "Other.class -> guarded",
            // locals, arithmetic, casts
            "this -> guarded",
            "i + j * 2 - i / 3 % 2 -> guarded",
            "-d -> guarded",
            "i << 3 >>> 1 & 5 | ~i -> guarded",
            "i == 1 != b -> guarded",
            "(byte) j -> guarded",
            "(String) o -> guarded",
            "(int) (Integer) o -> guarded",
            "o instanceof String -> guarded",
            "i++ -> evaluated: writes a local",
            "s = \"y\" -> evaluated: writes a local",
            // fields
            "field -> guarded",
            "other.own -> guarded",
            "own -> guarded",
            "CONSTANT -> guarded",
            "Other.shared -> evaluated: reads Rows$Other.shared, which may initialise the class",
            "INHERITED -> evaluated: reads Rows.INHERITED, which may initialise the class",
            "Letter.A -> evaluated: reads Rows$Letter.A, which may initialise the class",
            "field = 2 -> evaluated: writes field",
            "own = 2 -> evaluated: writes own",
            // arrays
            "ints[1] -> guarded",
            "strings[0] -> guarded",
            "ints.length -> guarded",
            "(Object) strings -> guarded",
            "ints[0] = 1 -> evaluated: writes an element",
            "new int[] {1} -> evaluated: creates an array",
            "(Object) new Object[] {s} -> evaluated: creates an array",
            "(Object) new int[1][2] -> evaluated: creates an array",
            // boxing
            "b -> guarded",
            "(byte) i -> guarded",
            "(short) i -> guarded",
            "(char) i -> guarded",
            "i -> guarded",
            "j -> guarded",
            "(float) d -> guarded",
            "d -> guarded",
            "Integer.valueOf(i) -> guarded",
            "box -> guarded",
            "box + 1 -> guarded",
            "box.longValue() -> guarded",
            "java.util.Objects.requireNonNull(o) -> guarded",
            "number.intValue() -> evaluated: calls Number.intValue",
            "Integer.valueOf(\"1\") -> evaluated: calls Integer.valueOf",
            // calls and creations
            "o.getClass() -> guarded",
            "s.length() -> evaluated: calls String.length",
            "this.toString() -> evaluated: calls Object.toString",
            "list.size() -> evaluated: calls List.size",
            "String.valueOf(o) -> evaluated: calls String.valueOf",
            "String.valueOf(i) -> guarded",
            "new Object() -> evaluated: creates a Object",
            "Letter.values().length -> evaluated: calls Rows$Letter.values",
            // strings
            "s + i + 'c' + d + null -> guarded",
            "s + box -> guarded",
            "s + o -> evaluated: calls String.valueOf",
            "new StringBuilder(s).append(i).append(box).toString() -> guarded",
            "new StringBuilder().append(o).toString() -> evaluated: calls StringBuilder.append",
            "builder.append(1) -> evaluated: changes a StringBuilder of the program",
            "builder -> guarded",
            // lambdas and method references
            "(Supplier<String>) () -> \"x\" -> guarded",
            "(Supplier<String>) () -> s + j -> guarded",
            "(Supplier<Integer>) s::length -> guarded",
            "(Supplier<String>) String::new -> guarded",
            "supplier -> guarded",
            // conditions
            "b ? i : j -> guarded",
            "b && d > 1 || s == null -> guarded",
            "b ? s : o -> guarded",
            "b ? s : o.toString() -> evaluated: calls Object.toString",
            "switch (i) { case 1 -> \"a\"; case 700 -> s; default -> null; } -> guarded",
            "switch (s) { case \"a\" -> 1; default -> 2; } -> evaluated: writes a local",
            // Of an enum that is compiled along, newer compilers take the ordinal.
            "switch (unit) { case DAYS -> 1; default -> 2; }"
                    + " -> evaluated: reads Rows$1.$SwitchMap$java$util$concurrent$TimeUnit, which may initialise the class",
            // the array of the varargs
            "1, 2, 3, 4, 5 -> guarded",
            "1, 2, s.length(), 4, 5 -> evaluated: calls String.length",
            "strings -> evaluated: an array is passed through; hits count while it holds as many values as there are fields",
            "null -> evaluated: an array is passed through; hits count while it holds as many values as there are fields");

    private static final String METHOD = """
                @SuppressWarnings({"all"})
                void row%d(int i, long j, double d, boolean b, String s, Object o, Integer box, Number number,
                        int[] ints, String[] strings, Rows other, java.util.List<?> list, java.util.concurrent.TimeUnit unit,
                        StringBuilder builder, Supplier<String> supplier) {
                    Mark.mark("row%d %s", %s);
                }
            """;

    @TestFactory
    Stream<DynamicTest> each_row_of_the_table_holds() {
        List<MarkedSite> sites = ClassWeaver.sites(compile(""));
        return IntStream.range(0, ROWS.size())
                .mapToObj(row -> dynamicTest(ROWS.get(row), () -> assertEquals(expected(row), found(sites, row))));
    }

    @TestFactory
    Stream<DynamicTest> concatenation_by_a_builder_is_the_same_as_by_invokedynamic() {
        List<MarkedSite> sites = ClassWeaver.sites(compile("-XDstringConcat=inline"));
        return IntStream.range(0, ROWS.size())
                .filter(row -> ROWS.get(row).contains("s + "))
                .mapToObj(row -> dynamicTest(
                        ROWS.get(row),
                        () -> assertEquals(
                                expected(row).split(":")[0], found(sites, row).split(":")[0])));
    }

    private static String argument(int row) {
        String text = ROWS.get(row);
        return text.substring(0, text.lastIndexOf(" -> "));
    }

    private static String expected(int row) {
        String text = ROWS.get(row);
        return text.substring(text.lastIndexOf(" -> ") + 4);
    }

    private static String found(List<MarkedSite> sites, int row) {
        SiteForm form = sites.stream()
                .filter(site -> site.marker().equals("row" + row))
                .findFirst()
                .orElseThrow()
                .form();
        String reason = form.reason().sentence();
        return form.word() + (reason.isEmpty() ? "" : ": " + reason);
    }

    private static byte[] compile(String option) {
        StringBuilder source = new StringBuilder("""
                import io.livemark.Mark;
                import java.util.function.Supplier;
                interface Constants { Object INHERITED = new Object(); }
                class Rows implements Constants {
                    static final class Other { static int shared; }
                    enum Letter { A, B }
                    static final int CONSTANT = 5;
                    static int own;
                    int field;
                """);
        for (int row = 0; row < ROWS.size(); row++) {
            boolean five = argument(row).startsWith("1, 2");
            source.append(METHOD.formatted(row, row, five ? "a={} b={} c={} d={} e={}" : "a={}", argument(row)));
        }
        source.append("}");
        String[] options = option.isEmpty() ? new String[0] : new String[] {option};
        return ClassFiles.compile("Rows", source.toString(), options).get("Rows");
    }
}
