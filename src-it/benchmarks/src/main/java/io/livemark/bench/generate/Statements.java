/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.generate;

import java.util.List;

/** What stands in the place of the mark, for each variant. The names of its variables are {@code n} and {@code word}. */
enum Statements {
    BASE("", ""),
    COPY("", ""),
    /** Has nothing either: a peer writes into it. */
    PEER("", ""),
    MARKED("", "io.livemark.Mark.mark(\"bench.BODY n={} word={}\", n, word);"),
    /** Calls what {@link #EVALUATED} calls for an argument, and drops the result. */
    CALLED("", "Calls.of(word);"),
    EVALUATED("", "io.livemark.Mark.mark(\"bench.evaluated.BODY n={} word={}\", n, Calls.of(word));"),
    FLAG("private static boolean flag;", "if (flag) { Calls.count(n, word); }"),
    VOLATILE("private static volatile boolean flag;", "if (flag) { Calls.count(n, word); }"),
    EMPTY("", "Calls.empty(n, word);"),
    EMPTYCALL("", "Calls.emptyCall(n, word);"),
    JUMP("", "Sites.variable.invokeExact(n, word);"),
    HANDLE("", "Sites.CONSTANT.invokeExact(n, word);"),
    GUARD("", "if (Sites.guard()) { Calls.count(n, word); }"),
    SITE("", "Sites.hit(n, word);"),
    JFR(
            "@jdk.jfr.Name(\"bench.Hit\") static final class Hit extends jdk.jfr.Event { int n; String word; }",
            "{ Hit hit = new Hit(); hit.n = n; hit.word = word; hit.commit(); }"),
    SLF4J(
            "private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(\"bench\");",
            "LOG.trace(\"n={} word={}\", n, word);"),
    GUARDEDSLF4J(
            "private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(\"bench\");",
            "if (LOG.isTraceEnabled()) { LOG.trace(\"n={} word={}\", n, word); }"),
    /** A probe written by hand, always on. */
    DIRECT("", "Calls.count(n, word);");

    private static final List<Integer> PRIMES = List.of(37, 41, 43, 47, 53, 59, 61, 67, 71, 73);
    private static final int CHAIN = 8;

    private final String members;
    private final String statement;

    Statements(String members, String statement) {
        this.members = members;
        this.statement = statement;
    }

    String className() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    String source() {
        StringBuilder text = new StringBuilder("package io.livemark.bench.variants;\n"
                + "import io.livemark.bench.paired.*;\n"
                + "public final class " + className() + " implements Variant {\n"
                + "private static final String WORD = new String(\"word\");\n"
                + "private static final int[] MEMORY = new int[1024];\n"
                + members + "\n"
                + "@Override public int run(Body body, int calls) throws Throwable {\nreturn switch (body) {\n");
        for (io.livemark.bench.paired.Body body : io.livemark.bench.paired.Body.values()) {
            text.append("case " + body + " -> " + body.word() + "Loop(calls);\n");
        }
        text.append("};\n}\n");
        for (io.livemark.bench.paired.Body body : io.livemark.bench.paired.Body.values()) {
            text.append("private static int " + body.word() + "Loop(int calls) throws Throwable {\n"
                    + "int x = calls;\nfor (int i = 0; i < calls; i++) { x = " + body.word() + "(x, WORD); }\n"
                    + "return x;\n}\n");
        }
        text.append(method("light", 1, false, "")).append(method("heavy", 8, false, ""));
        text.append(method("ten", 10, true, "")).append(method("hundred", 100, true, ""));
        text.append("private static int walk(int n, String word) throws Throwable {\nint x = n;\n"
                + "for (int i = 0; i < MEMORY.length; i++) {\nx += MEMORY[i];\n" + in("walk") + "}\nreturn x;\n}\n");
        for (int i = CHAIN; i > 0; i--) {
            String next = i == CHAIN ? "x" : "chain" + (i + 1) + "(x, word)";
            text.append(method(i == 1 ? "chain" : "chain" + i, 1, false, next));
        }
        return text.append("}\n").toString();
    }

    /** So many multiplications, each of which waits for the one before; the statement stands before the last, or after each. */
    private String method(String name, int steps, boolean afterEach, String last) {
        StringBuilder text = new StringBuilder("private static int " + name
                + "(int n, String word) throws Throwable {\n" + "int x = n * 31 + word.length();\n");
        for (int i = 0; i < steps; i++) {
            text.append("x = (x ^ 0x5bd1) * " + PRIMES.get(i % PRIMES.size()) + ";\n");
            text.append(afterEach ? in(name) : "");
        }
        text.append(afterEach ? "" : in(name.replaceAll("\\d", "")));
        return text.append("x = (x ^ 0x5bd1) * 79;\nreturn " + (last.isEmpty() ? "x" : last) + ";\n}\n")
                .toString();
    }

    private String in(String body) {
        return statement.replace("BODY", body) + "\n";
    }
}
