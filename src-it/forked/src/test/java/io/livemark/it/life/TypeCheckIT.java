/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Output;
import io.livemark.it.Sources;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Probes that come as Java source, and do not always fit. */
@HoweverTheAgentComes
class TypeCheckIT {

    private static ForkedJvm target;

    @Parameter
    Arrival arrival;

    @TempDir
    Path directory;

    @BeforeParameterizedClassInvocation
    static void start(Arrival arrival) {
        target = ForkedJvm.start(TypesTarget.class, arrival);
        target.say("all").printsNothing();
    }

    @AfterParameterizedClassInvocation
    static void end() {
        target.close();
    }

    @AfterEach
    void take_the_probe_out() {
        target.livemark("unload", "--all").exits(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "types.good   | String n           | takes java.lang.String for the field 'n', the mark passes int",
                "types.good   | short n            | takes short for the field 'n', the mark passes int",
                "types.good   | int n, int m       | takes 2 fields, the mark passes 1 field",
                "types.good   | ''                 | takes 0 fields, the mark passes 1 field",
                "types.order  | String o, double t | takes java.lang.String for the field 'order', the mark passes io.",
                "types.order  | Object o, float t  | takes float for the field 'total', the mark passes double",
                "types.either | int v              | takes int for the field 'v', the mark passes java.lang.String",
                "types.either | String v           | takes java.lang.String for the field 'v', the mark passes int",
            })
    void a_handler_that_does_not_fit_is_refused(String marker, String parameters, String complaint) {
        load("Misfit", handler(marker, parameters, ""))
                .exits(1)
                .complains("livemark: Misfit was not loaded: its method " + marker.replace('.', '_') + " " + complaint)
                .complains(" at io.livemark.it.life.TypesTarget." + marker.substring("types.".length()) + ":")
                .complains("hint: livemark list ");
        target.list().shows(marker, "idle");
        target.say("all").printsNothing();
    }

    @Test
    void one_handler_that_does_not_fit_refuses_all_of_the_probe() {
        load("HalfFit", handler("types.good", "int n", "") + handler("types.order", "int o, int t", ""))
                .exits(1)
                .complains("TypesTarget.order");
        target.list().shows("types.good", "idle").shows("types.order", "idle");
        target.say("all").printsNothing();
    }

    @Test
    void a_type_of_the_application_is_the_application_s() {
        String order = "io.livemark.it.life.TypesTarget.Order";
        load("Orders", handler("types.order", order + " o, double t", "o.id() + \" \" + (o.total() == t)"))
                .exits(0);
        target.say("all").prints("hit o-1 true");
    }

    @Test
    void fields_of_different_types_fit_an_object() {
        load("Either", handler("types.either", "Object v", "v")).exits(0);
        target.say("all").prints("hit 1", "hit two");
        assertEquals("v int|java.lang.String", target.list().fields("types.either"));
    }

    @Test
    void a_constructor_that_throws_refuses_the_probe() {
        load(
                        "Faulty",
                        "public Faulty() { throw new IllegalStateException(\"not today\"); }"
                                + handler("types.good", "int n", ""))
                .exits(1)
                .complains("Faulty")
                .complains("not today");
        target.list().shows("types.good", "idle");
    }

    @Test
    void source_that_does_not_compile_is_shown_as_javac_shows_it() {
        load("Broken", handler("types.good", "int n", "nosuch"))
                .exits(1)
                .complains("Broken.java:")
                .complains("nosuch");
        target.list().shows("types.good", "idle");
    }

    private static String handler(String marker, String parameters, String printed) {
        String print = printed.isEmpty() ? "" : "System.out.println(\"hit \" + (" + printed + "));";
        return "@io.livemark.Probe(\"" + marker + "\") void " + marker.replace('.', '_') + "(" + parameters + ") {"
                + print + "}\n";
    }

    private Output load(String name, String members) {
        Path file = Sources.write(directory, name, "public final class " + name + " {\n" + members + "}\n");
        return target.livemark("load", file);
    }
}
