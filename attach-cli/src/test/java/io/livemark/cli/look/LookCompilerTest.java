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
        assertTrue(refusal("order.total() > 1", new Marker.Field("order", "shop.Order$Line"))
                .contains("order:shop.Order$Line"));
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
    void an_expression_of_another_type_or_without_an_end_is_refused_where_it_is_wrong() {
        assertTrue(refusal("id", ID).contains("incompatible types: java.lang.String cannot be converted to boolean"));
        assertTrue(refusal("total > ", TOTAL).contains("total >\n           ^"), refusal("total > ", TOTAL));
        assertTrue(refusal("total > 1) || (total", TOTAL).contains("does not compile"));
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
        Expression condition = Expression.of("--where", where);
        LookMarker marker = LookMarker.of(new Marker(
                        "order.placed",
                        Arrays.asList(fields),
                        List.of(),
                        List.of(),
                        Marker.State.IDLE,
                        "",
                        List.of(),
                        0))
                .get(0);
        LookCompiler compiler =
                new LookCompiler(Runtime.version().feature(), place(Probe.class).toString(), looks());
        return compiler.compile(
                        List.of(marker),
                        (markers, objects) -> source(condition, marker, objects),
                        rest -> !rest.isEmpty())
                .files();
    }

    private static ProbeSource source(Expression condition, LookMarker marker, Set<String> objects) {
        ProbeSource source = new ProbeSource("Count", condition, List.of(), objects);
        source.look("Count", "1, 0");
        source.handler(marker);
        source.where();
        source.line("this.livemark$look.hit(this.livemark$look.row(0), livemark$place);");
        source.end();
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
