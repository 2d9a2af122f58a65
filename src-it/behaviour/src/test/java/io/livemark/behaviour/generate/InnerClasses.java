/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.generate;

/** Classes, interfaces, enums and records inside the program, with marks where such have code. */
final class InnerClasses {

    private final StringBuilder out;
    private final Dice dice;
    private final int release;
    private final Expressions expressions;
    private final Marks marks;
    private final Statements statements;

    InnerClasses(
            StringBuilder out, Dice dice, int release, Expressions expressions, Marks marks, Statements statements) {
        this.out = out;
        this.dice = dice;
        this.release = release;
        this.expressions = expressions;
        this.marks = marks;
        this.statements = statements;
    }

    void write() {
        inside();
        out.append(
                        "static final class Resource implements AutoCloseable {\nfinal int n;\nResource(int n) {\nthis.n = n;\n")
                .append(mark("n"))
                .append("}\n@Override public void close() {\n")
                .append(mark("n"))
                .append("Trace.note(\"close\", n);\n}\n}\n");
        out.append("enum Level {\nLOW(1), HIGH(2) { @Override int up(int n) {\n")
                .append(mark("n"))
                .append("return n + 10; } };\nfinal int n;\nLevel(int n) {\nthis.n = n;\n")
                .append(mark("n"))
                .append("}\nint up(int n) {\n")
                .append(mark("n"))
                .append("return n + this.n; }\n}\n");
        out.append("interface Adds {\nint base();\ndefault int add(int n) {\n")
                .append(mark("n"))
                .append("return base() + n; }\nstatic Adds of(int n) {\n")
                .append(mark("n"))
                .append("return () -> n; }\n}\n");
        out.append("static class Child extends Thing {\nfinal int[] own = {1, 2, 3, 4};\nint last;\n{\n")
                .append(mark("last"))
                .append("}\nChild(int n) {\n")
                .append(beforeSuper())
                .append("super(n + 1);\n")
                .append(mark("n", "last"))
                .append("}\nChild(int a, int b) {\nthis(a > b ? a : b);\n")
                .append(mark("a", "b", "last"))
                .append("}\nint more(int n) {\n")
                .append(mark("n", "last", "num"))
                .append("last += n;\nreturn last; }\n}\n");
        if (release >= 17) {
            out.append("record Pair(int left, String right) {\nPair {\n")
                    .append(mark("left"))
                    .append("if (left > 100) { throw new Oops(left); }\n")
                    .append(mark("left"))
                    .append("}\n}\n");
        }
    }

    private void inside() {
        out.append("static final class Inside {\nstatic void all() {\n")
                .append("Trace.note(\"adds\", Adds.of(3).add(4));\n")
                .append("for (Level l : Level.values()) { Trace.note(\"level\", l.up(1)); }\n")
                .append(
                        "Child c = new Child(2, 9);\nfor (int i = 0; i < 3; i++) { Trace.note(\"more\", c.more(i)); }\n")
                .append(release >= 17 ? "Trace.note(\"pair\", new Pair(12, \"p\").toString());\n" : "")
                .append("try {\n")
                .append(statements.statements(Scope.ofInnerClass(), 2))
                .append("} catch (RuntimeException e) { Trace.thrown(\"inside\", e); }\n}\n}\n");
    }

    /** Code in front of {@code super}, where the object is not one yet. */
    private String beforeSuper() {
        if (release < 25) {
            return "";
        }
        Scope scope = Scope.ofInnerClass().with(Kind.INT, "n", true);
        return mark("n") + "if (n > 5) { " + marks.mark(scope) + "; }\nTrace.note(\"before\", "
                + expressions.of(Kind.INT, scope, 2, Expr.May.NOTHING).code() + ");\n";
    }

    /** Some marks with some of these ints. */
    private String mark(String... ints) {
        Scope scope = Scope.ofInnerClass();
        for (String name : ints) {
            scope.with(Kind.INT, name, true);
        }
        StringBuilder code = new StringBuilder(marks.mark(scope)).append(";\n");
        if (dice.oneIn(3)) {
            code.append("if (")
                    .append(dice.of(ints))
                    .append(" > 2) { ")
                    .append(marks.mark(scope))
                    .append("; }\n");
        }
        return code.toString();
    }
}
