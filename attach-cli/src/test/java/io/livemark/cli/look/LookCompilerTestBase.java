/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.Probe;
import io.livemark.cli.problem.Problem;
import io.livemark.look.Look;
import io.livemark.protocol.Marker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Compiles probes as a look does. */
abstract class LookCompilerTestBase {

    static final Marker.Field ID = new Marker.Field("id", "java.lang.String");
    static final Marker.Field TOTAL = new Marker.Field("total", "double");

    static void compiles(String where, Marker.Field... fields) throws Problem {
        Map<String, byte[]> files = compile(where, fields);
        assertTrue(files.containsKey("livemark/Count.class"), files.keySet().toString());
    }

    static String refusal(String where, Marker.Field... fields) {
        return assertThrows(Problem.class, () -> compile(where, fields)).getMessage();
    }

    static Map<String, byte[]> compile(String where, Marker.Field... fields) throws Problem {
        return compile(Expression.of("--where", where), marker("order.placed", fields))
                .files();
    }

    static LookCompiler.Compiled compile(Expression condition, LookMarker... markers) throws Problem {
        return compiler()
                .compile(
                        List.of(markers), (some, objects) -> source(condition, some, objects), rest -> !rest.isEmpty());
    }

    static LookCompiler compiler() {
        return new LookCompiler(
                4711, Runtime.version().feature(), place(Probe.class).toString(), looks());
    }

    static void histogram(String expression, Marker.Field... fields) throws Problem {
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

    static LookMarker marker(String name, Marker.Field... fields) {
        return LookMarker.of(new Marker(
                        name, Arrays.asList(fields), List.of(), List.of(), Marker.State.IDLE, "", List.of(), 0))
                .get(0);
    }

    static ProbeSource source(Expression condition, List<LookMarker> markers, Set<String> objects) {
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

    static Map<String, byte[]> looks() {
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

    static Path place(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
