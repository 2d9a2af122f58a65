/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is allowed arrives, and as it does in a call that javac has compiled. */
class ConvertedTest {

    /** The types of fields that {@link ConversionsTest} looks at, each with an expression. */
    private static final Map<String, String> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("boolean", "true");
        VALUES.put("byte", "(byte) -1");
        VALUES.put("short", "(short) -2");
        VALUES.put("char", "'c'");
        VALUES.put("int", "-3");
        VALUES.put("long", "Long.MAX_VALUE");
        VALUES.put("float", "1.5f");
        VALUES.put("double", "-0.0");
        VALUES.put("java.lang.Boolean", "Boolean.TRUE");
        VALUES.put("java.lang.Byte", "Byte.MIN_VALUE");
        VALUES.put("java.lang.Short", "Short.MIN_VALUE");
        VALUES.put("java.lang.Character", "Character.MAX_VALUE");
        VALUES.put("java.lang.Integer", "Integer.MIN_VALUE");
        VALUES.put("java.lang.Long", "Long.MIN_VALUE");
        VALUES.put("java.lang.Float", "Float.NaN");
        VALUES.put("java.lang.Double", "Double.MIN_VALUE");
        VALUES.put("java.lang.Number", "new java.math.BigDecimal(1)");
        VALUES.put("java.lang.String", "\"text\"");
        VALUES.put("java.lang.Object", "Thread.State.NEW");
        VALUES.put("int[]", "new int[1]");
    }

    private static final String TEXT = """
            static String text(Object v) { return v.getClass().getSimpleName() + (v instanceof int[] ? "" : " " + v); }
            """;

    @TempDir
    Path folder;

    @Test
    void at_a_woven_site() throws Exception {
        Application application = new Application(folder);
        try (TestAgent agent = new TestAgent(application)) {
            application.define("shop.Values", marked());
            arriveAsInCalls(agent);
        }
    }

    @Test
    void by_the_shim() throws Exception {
        Application application = new Application(folder);
        try (TestAgent before = new TestAgent(application)) {
            application.defineUnseen("shop.Values", marked());
            application.isModifiable = false;
            try (TestAgent agent = new TestAgent(before.application, false, step -> {})) {
                arriveAsInCalls(agent);
                assertEquals(List.of(), application.retransformed);
            }
        }
    }

    private static void arriveAsInCalls(TestAgent agent) throws Exception {
        LiveProbe probe = agent.load("Taking", taking()).probe();
        agent.application.run("shop.Values");
        List<String> said = agent.said();
        List<String> expected = expected(agent.application);
        assertTrue(expected.size() > VALUES.size(), expected::toString);
        assertEquals(sorted(expected), sorted(said));
        assertEquals(0, probe.exceptions(), probe.firstException());
    }

    private static String marked() {
        StringBuilder body = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            String name = "v" + number++;
            body.append(value.getKey() + " " + name + " = " + value.getValue() + "; io.livemark.Mark.mark(\"converted."
                    + name + " v={}\", " + name + ");\n");
        }
        return "package shop; public class Values { public static void run() { " + body + " } }";
    }

    /** A probe with a handler for each type that a field may be passed to. */
    private static String taking() {
        StringBuilder members = new StringBuilder();
        methods((number, name, parameter) -> members.append("@io.livemark.Probe(\"converted.v" + number + "\") void "
                + name + "(" + parameter + " v) { context.emit(\"" + name + " \" + text(v)); }\n"));
        return "public class Taking { private final io.livemark.ProbeContext context;"
                + " public Taking(io.livemark.ProbeContext context) { this.context = context; } " + TEXT + members
                + "}";
    }

    /** What calls from Java pass. */
    private static List<String> expected(Application application) throws Exception {
        StringBuilder members = new StringBuilder();
        StringBuilder calls = new StringBuilder();
        int[] number = {0};
        VALUES.forEach((type, value) -> calls.append(type + " v" + number[0]++ + " = " + value + ";\n"));
        methods((field, name, parameter) -> {
            members.append("static String " + name + "(" + parameter + " v) { return \"" + name + " \" + text(v); }\n");
            calls.append("all.add(" + name + "(v" + field + "));\n");
        });
        application.define(
                "shop.Calling",
                "package shop; public class Calling { " + TEXT + members
                        + "public static void run(java.util.List<String> all) { " + calls + " } }");
        List<String> all = new ArrayList<>();
        application.run("shop.Calling", all);
        return all;
    }

    private interface Method {
        void of(int field, String name, String parameter);
    }

    private static void methods(Method each) {
        int number = 0;
        for (String field : VALUES.keySet()) {
            int of = number++;
            ConversionsTest.PARAMETERS.forEach((simple, parameter) -> {
                if (Conversions.allows(field, null, parameter)) {
                    each.of(of, "v" + of + "_to_" + simple, parameter.getName());
                }
            });
        }
    }

    private static List<String> sorted(List<String> all) {
        return all.stream().sorted().toList();
    }
}
