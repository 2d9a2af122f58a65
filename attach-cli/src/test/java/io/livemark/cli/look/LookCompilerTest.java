/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.Probe;
import io.livemark.ProbeContext;
import io.livemark.Source;
import io.livemark.cli.problem.Problem;
import io.livemark.look.Look;
import io.livemark.protocol.Marker;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LookCompilerTest {

    private static final Marker.Field ID = new Marker.Field("id", "java.lang.String");
    private static final Marker.Field TOTAL = new Marker.Field("total", "double");

    @Test
    void an_expression_sees_the_fields_by_name_and_type() throws Problem {
        compiles("total > 100 && id.startsWith(\"A\")", ID, TOTAL);
        compiles("site.method().equals(\"place\") && !thread.isDaemon()", ID);
    }

    @Test
    void fields_may_be_named_like_what_the_source_itself_needs() throws Problem {
        compiles(
                "io && java > 1 && System == null && site.isEmpty() && thread == 'c' && String > 0",
                new Marker.Field("io", "boolean"),
                new Marker.Field("java", "int"),
                new Marker.Field("System", "java.lang.Object"),
                new Marker.Field("site", "java.lang.String"),
                new Marker.Field("thread", "char"),
                new Marker.Field("String", "long"));
    }

    @Test
    void where_sites_differ_a_field_has_the_type_that_takes_both() throws Problem {
        compiles(
                "n / 2 == 1.5 && o == null",
                new Marker.Field("n", "int|float"),
                new Marker.Field("o", "int|java.lang.String"));
    }

    @Test
    void a_type_that_nobody_finds_is_an_object() throws Problem {
        compiles("order != null", new Marker.Field("order", "shop.Order"));
    }

    @Test
    void the_known_fields_have_the_types_that_the_expression_has_and_those_of_the_source_in_brackets() {
        String said = refusal(
                "order == 3 && lazy == 3 && n == 3 && id == 3 && total == order",
                new Marker.Field("order", "shop.Order$Line"),
                new Marker.Field("lazy", "java.util.function.Supplier"),
                new Marker.Field("n", "int|java.lang.String"),
                new Marker.Field("o", "java.lang.Object"),
                ID,
                TOTAL);
        assertTrue(
                said.endsWith("\n  fields of order.placed: order:Object (shop.Order$Line) lazy:Object (what a Supplier"
                        + " gives) n:Object (int|String) o:Object id:String total:double"),
                said);
    }

    @Test
    void the_jvm_can_name_the_field_that_is_null() throws Exception {
        byte[] file = compile("id.isEmpty()", ID).get("livemark/Count.class");
        assertTrue(new String(file, StandardCharsets.ISO_8859_1).contains("LocalVariableTable"));
    }

    @Test
    void an_unknown_field_is_shown_with_a_caret_and_the_known_ones() {
        assertEquals(
                String.join(
                        "\n",
                        "--where does not compile for order.placed: cannot find symbol; variable totl",
                        "    id != null && totl > 100",
                        "                  ^",
                        "  fields of order.placed: id:String total:double"),
                refusal("id != null && totl > 100", ID, TOTAL));
    }

    @Test
    void an_expression_reaches_the_compiler_as_it_was_written() throws Problem {
        compiles("id.equals(\"\"\"\n  A\n  B\"\"\") // a text block", ID);
        compiles("total > 1 // it's positive", TOTAL);
        assertTrue(refusal("total > 1 // positive\n && totl < 5", TOTAL).contains("variable totl"));
        // Two spaces in a literal are two: a char of them is none.
        assertTrue(refusal("id.indexOf('  ') > 0", ID).contains("unclosed character literal"));
    }

    @Test
    void the_caret_stands_in_the_line_that_is_wrong() {
        assertEquals(
                String.join(
                        "\n",
                        "--where does not compile for order.placed: cannot find symbol; variable totl",
                        "    id != null // there",
                        "     && totl > 100",
                        "        ^",
                        "     && total > 1",
                        "  fields of order.placed: id:String total:double"),
                refusal("id != null // there\r\n\t&& totl > 100\n && total > 1", ID, TOTAL));
    }

    @Test
    void whatever_a_site_calls_a_field_an_expression_may() throws Problem {
        Marker.Field id = new Marker.Field("id|orderId|site", "java.lang.String");
        compiles("id.startsWith(\"A\") && orderId.startsWith(\"A\") && site.isEmpty()", id, TOTAL);
        assertTrue(refusal("orderId > 1", id, TOTAL)
                .endsWith("\n  fields of order.placed: id|orderId|site:String total:double"));
    }

    @Test
    void a_name_that_is_not_the_same_field_at_all_sites_fits_none() throws Problem {
        Marker.Field first = new Marker.Field("id|total", "java.lang.String|double");
        Marker.Field second = new Marker.Field("total|ref", "double|java.lang.String");
        Marker.Field status = new Marker.Field("status", "int");
        assertEquals(
                String.join(
                        "\n",
                        "--where does not compile for order.placed: total is not the same field at all its sites,"
                                + " which differ in the order of their fields",
                        "    status == 404 && total > 100",
                        "                     ^",
                        "  fields of order.placed: id|total:String|double total|ref:double|String status:int"),
                refusal("status == 404 && total > 100", first, second, status));
        for (String named : new String[] {"id != null", "ref.length() > 1", "ref.value.length() > 1"}) {
            String said = refusal(named, first, second, status);
            assertTrue(said.contains(" is not the same field at all its sites"), said);
        }
        assertTrue(refusal("site != null", new Marker.Field("site|a", "int"), new Marker.Field("a|site", "int"))
                .contains("site is not the same field"));
        compiles(
                "status == 404 && !\"total\".isEmpty() && java.util.stream.Stream.of(1).anyMatch(id -> id > 0)",
                first,
                second,
                status);
        assertTrue(refusal("java.util.stream.Stream.of(1).anyMatch(id -> id.x)", first, second, status)
                .contains("variable x"));
    }

    @Test
    void a_marker_whose_sites_differ_in_their_order_is_left_out_where_others_fit() throws Problem {
        LookMarker mixed =
                marker("order.sent", new Marker.Field("id|total", "int"), new Marker.Field("total|id", "int"));
        LookCompiler.Compiled compiled = compile(
                Expression.of("--where", "id == 1"), marker("order.placed", new Marker.Field("id", "int")), mixed);
        assertEquals(
                List.of("order.placed"),
                compiled.markers().stream().map(LookMarker::name).toList());
        assertEquals(
                List.of(
                        "left out: order.sent(id|total, total|id): --where does not compile: id is not the same field at all"
                                + " its sites, which differ in the order of their fields; livemark list 4711 order.sent --sites"
                                + " shows them"),
                compiled.leftOut());
    }

    @Test
    void different_fields_of_several_types_are_made_no_common_number_of() {
        LookMarker mixed = marker(
                "order.sent", new Marker.Field("id|total", "long|double"), new Marker.Field("total|id", "double|long"));
        assertEquals(
                List.of("java.lang.Object", "java.lang.Object"),
                mixed.fields().stream().map(LookField::type).toList());
    }

    @Test
    void an_expression_of_another_type_or_without_an_end_is_refused_where_it_is_wrong() {
        assertTrue(refusal("id", ID).contains("incompatible types: java.lang.String cannot be converted to boolean"));
        assertTrue(refusal("total > ", TOTAL).contains("total >\n           ^"), refusal("total > ", TOTAL));
    }

    @Test
    void what_is_not_one_expression_is_refused_though_it_may_compile() {
        assertEquals(
                String.join(
                        "\n",
                        "--where is not one Java expression: it closes a bracket that it has not opened",
                        "    total > 1) || (true",
                        "             ^"),
                refusal("total > 1) || (true", TOTAL));
        assertEquals(
                String.join(
                        "\n",
                        "--where is not one Java expression: an operator or the end is expected",
                        "    total > 1; System.exit(1)",
                        "             ^"),
                refusal("total > 1; System.exit(1)", TOTAL));
        for (String given : List.of(
                "boolean) (true",
                "true); boolean other = (true",
                "true), other = (true",
                "total > 1) { } if (true",
                "true); } int evil() { return (1",
                "total > 1 /*",
                "total > 1 \\u0029 || \\u0028 true",
                "\"a",
                "'",
                "}",
                "true //\n) || (true",
                "(total > 1",
                "total > 1)")) {
            String said = refusal(given, TOTAL, ID);
            assertTrue(said.startsWith("--where is not one Java expression: "), said);
        }
    }

    @Test
    void a_histogram_of_what_is_no_number_is_refused_with_its_type() {
        assertEquals(
                String.join(
                        "\n",
                        "the expression does not compile for order.placed: a number is needed, and this is"
                                + " java.util.Map<java.lang.String,java.lang.Integer>",
                        "    java.util.Map.of(id, 1)",
                        "    ^",
                        "  fields of order.placed: id:String"),
                assertThrows(Problem.class, () -> histogram("java.util.Map.of(id, 1)", ID))
                        .getMessage());
    }

    @Test
    void what_has_no_value_is_refused_where_a_value_is_needed() {
        for (String given : List.of("null", "thread.run()", "() -> 1")) {
            String said =
                    assertThrows(Problem.class, () -> histogram(given, ID)).getMessage();
            assertTrue(said.contains("it is no value of any type: "), said);
            assertTrue(said.contains("\n    " + given + "\n    ^\n"), said);
        }
    }

    @Test
    void the_agent_may_ask_for_data_while_the_probe_is_being_made() throws Exception {
        Map<String, byte[]> files = compile("true", ID);
        Constructor<?> probe = new Loader(files).loadClass("livemark.Count").getDeclaredConstructor(ProbeContext.class);
        probe.setAccessible(true);
        Asking asking = new Asking();
        probe.newInstance(asking);
        assertTrue(asking.buffer.position() > 0, "what came: " + asking.buffer);
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> files;

        Loader(Map<String, byte[]> files) {
            super(LookCompilerTest.class.getClassLoader());
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = files.get(name.replace('.', '/') + ".class");
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }
    }

    /** As if the thread of the client were quicker than any other. */
    private static final class Asking implements ProbeContext {

        private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

        @Override
        public String name() {
            return "asking";
        }

        @Override
        public Map<String, String> arguments() {
            return Map.of();
        }

        @Override
        public void log(String message) {}

        @Override
        public void emit(Object... values) {}

        @Override
        public void source(Source source) {
            source.fill(buffer);
        }
    }

    private static void compiles(String where, Marker.Field... fields) throws Problem {
        Map<String, byte[]> files = compile(where, fields);
        assertTrue(files.containsKey("livemark/Count.class"), files.keySet().toString());
    }

    private static String refusal(String where, Marker.Field... fields) {
        return assertThrows(Problem.class, () -> compile(where, fields)).getMessage();
    }

    private static Map<String, byte[]> compile(String where, Marker.Field... fields) throws Problem {
        return compile(Expression.of("--where", where), marker("order.placed", fields))
                .files();
    }

    private static LookCompiler.Compiled compile(Expression condition, LookMarker... markers) throws Problem {
        return compiler()
                .compile(
                        List.of(markers), (some, objects) -> source(condition, some, objects), rest -> !rest.isEmpty());
    }

    private static LookCompiler compiler() {
        return new LookCompiler(
                4711, Runtime.version().feature(), place(Probe.class).toString(), looks());
    }

    private static void histogram(String expression, Marker.Field... fields) throws Problem {
        Expression value = Expression.of("the expression", expression);
        compiler()
                .compile(
                        List.of(marker("order.placed", fields)),
                        (markers, objects) -> {
                            ProbeSource source = new ProbeSource("Hist", null, List.of(value), objects);
                            source.look("Hist", markers.size() + ", 0");
                            source.handler(markers.get(0));
                            source.let("livemark$value", value);
                            source.line("this.livemark$look.number(this.livemark$look.row(0), livemark$value,"
                                    + " livemark$place);");
                            source.end();
                            return source;
                        },
                        rest -> !rest.isEmpty());
    }

    private static LookMarker marker(String name, Marker.Field... fields) {
        return LookMarker.of(new Marker(
                        name, Arrays.asList(fields), List.of(), List.of(), Marker.State.IDLE, "", List.of(), 0))
                .get(0);
    }

    private static ProbeSource source(Expression condition, List<LookMarker> markers, Set<String> objects) {
        ProbeSource source = new ProbeSource("Count", condition, List.of(), objects);
        source.look("Count", markers.size() + ", 0");
        for (int i = 0; i < markers.size(); i++) {
            source.handler(markers.get(i));
            source.where();
            source.line("this.livemark$look.hit(this.livemark$look.row(" + i + "), livemark$place);");
            source.end();
        }
        return source;
    }

    private static Map<String, byte[]> looks() {
        Path place = place(Look.class);
        // A directory of classes, or the jar beside it.
        Path classes = (Files.isDirectory(place) ? place : place.resolveSibling("classes")).resolve("io/livemark/look");
        Map<String, byte[]> looks = new HashMap<>();
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                looks.put("io/livemark/look/" + file.getFileName(), Files.readAllBytes(file));
            }
            return looks;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path place(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
