/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.generate;

import io.livemark.behaviour.generate.Expr.May;
import java.util.ArrayList;
import java.util.List;

/** Writes the class of a program: fields, methods that call those after them, a loop for the compilers, classes inside. */
final class ProgramWriter {

    private static final int METHODS = 6;

    private final String name;
    private final int release;
    private final Dice dice;
    private final Expressions expressions;
    private final Marks marks;
    private final Statements statements;
    private final StringBuilder out = new StringBuilder();

    ProgramWriter(String name, int release, Dice dice, boolean risky) {
        this.name = name;
        this.release = release;
        this.dice = dice;
        this.expressions = new Expressions(dice, release);
        this.marks = new Marks(dice, expressions, name, risky);
        this.statements = new Statements(dice, release, expressions, marks);
    }

    String write() {
        out.append("package made;\nimport static io.livemark.Mark.*;\nimport io.livemark.behaviour.run.*;\n")
                .append("import java.util.function.Supplier;\npublic class ")
                .append(name)
                .append(" {\n");
        fields();
        run();
        hot();
        for (int i = 0; i < METHODS; i++) {
            method(i);
        }
        new InnerClasses(out, dice, release, expressions, marks, statements).write();
        return out.append("}\n").toString();
    }

    private void fields() {
        out.append("static int zero = 0;\nstatic Integer nil;\nstatic Thing none;\nstatic Object any = new Thing(1);\n")
                .append("static int sInt = 5;\nstatic long sLong = 1L << 33;\nstatic double sDouble = 0.5;\n")
                .append("static boolean sBoolean;\nstatic char sChar = 's';\nstatic String sString = \"x\";\n")
                .append("static final int[] sArray = {4, 3, 2, 1, 0};\nstatic Thing sThing = new Thing(2);\n")
                .append("static Integer sBox = 200;\n")
                .append("int fInt = 7;\nlong fLong = 9;\nString fString = \"f\";\nint[] fArray = new int[4];\n");
        initializer("static ", scope(List.of(), true));
        initializer("", scope(List.of(), false));
    }

    private void initializer(String modifier, Scope scope) {
        out.append(modifier)
                .append("{\ntry {\n")
                .append(statements.statements(scope, 1))
                .append("} catch (RuntimeException e) { Trace.thrown(\"initializer\", e); }\n}\n");
    }

    /** Methods that throw do not keep the others from being called. */
    private void run() {
        out.append("public static void run() {\n").append(name).append(" p = null;\ntry { p = new ");
        out.append(name).append("(); } catch (Throwable t) { Trace.thrown(\"new\", t); return; }\n");
        for (int i = 0; i < METHODS; i++) {
            out.append("try { Trace.note(\"m" + i + "\", p.m" + i + "(" + i + ", \"r\")); }"
                    + " catch (Throwable t) { Trace.thrown(\"m" + i + "\", t); }\n");
        }
        out.append("Inside.all();\ntry { Trace.note(\"hot\", hot(3)); }"
                + " catch (Throwable t) { Trace.thrown(\"hot\", t); }\n}\n");
    }

    /** Long enough for C2 to compile it while it runs. */
    private void hot() {
        Scope scope = scope(List.of(), true).with(Kind.INT, "start", true);
        out.append(
                "static long hot(int start) {\nlong sum = 0;\nfor (int i = 0; i < 20_000; i++) {\nfinal int k = i;\n");
        Scope inside = scope.block().with(Kind.INT, "k", true).with(Kind.LONG, "sum", false);
        for (int i = 0; i < 3; i++) {
            out.append("sum += ")
                    .append(expressions.of(Kind.LONG, inside, 3, May.NOTHING).code())
                    .append(";\n");
            String mark = marks.cheap(inside);
            out.append(dice.oneIn(2) ? "if ((i & 7) == 0) { " + mark + "; }\n" : mark + ";\n");
        }
        out.append("}\nreturn sum;\n}\n");
    }

    private void method(int index) {
        boolean fixed = dice.oneIn(3);
        List<String> calls = new ArrayList<>();
        for (int i = index + 1; i < METHODS; i++) {
            calls.add((fixed ? "new " + name + "().m" : "m") + i);
        }
        // Instances are made with an initializer that has effects: seldom enough.
        Scope scope = scope(fixed ? List.of() : calls, fixed)
                .with(Kind.INT, "a", false)
                .with(Kind.STRING, "b", dice.oneIn(2));
        out.append(fixed ? "static " : dice.of("", "private ", "synchronized "))
                .append("int m" + index + "(int a, String b) {\nif (!Trace.more()) { return -1; }\n")
                .append(statements.statements(scope, 3))
                .append("Trace.note(\"end of m" + index + "\", a);\nreturn ")
                .append(expressions.of(Kind.INT, scope, 2, May.ANYTHING).code())
                .append(";\n}\n");
    }

    private Scope scope(List<String> calls, boolean isStatic) {
        Scope scope = Scope.ofMethod(calls);
        for (Kind kind : Kind.values()) {
            String suffix = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(java.util.Locale.ROOT);
            scope.variables.add(new Variable(kind, "s" + suffix, kind == Kind.ARRAY, true));
        }
        if (!isStatic) {
            scope.variables.add(new Variable(Kind.INT, "fInt", false, true));
            scope.variables.add(new Variable(Kind.LONG, "fLong", false, true));
            scope.variables.add(new Variable(Kind.STRING, "fString", false, true));
            scope.variables.add(new Variable(Kind.ARRAY, "fArray", false, true));
        }
        return scope;
    }
}
