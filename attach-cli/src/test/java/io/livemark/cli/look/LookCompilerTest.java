/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.ProbeContext;
import io.livemark.Source;
import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Marker;
import java.lang.reflect.Constructor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookCompilerTest extends LookCompilerTestBase {

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
}
