/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.generate;

/** Statements with other statements inside. */
final class Blocks {

    private final Dice dice;
    private final int release;
    private final Expressions expressions;
    private final Marks marks;
    private final Statements statements;

    Blocks(Dice dice, int release, Expressions expressions, Marks marks, Statements statements) {
        this.dice = dice;
        this.release = release;
        this.expressions = expressions;
        this.marks = marks;
        this.statements = statements;
    }

    String of(Scope scope, int depth) {
        return switch (dice.below(release >= 17 ? 14 : 12)) {
            case 0, 1 ->
                "if (" + code(Kind.BOOLEAN, scope) + ") " + statements.block(scope, depth)
                        + (dice.oneIn(2) ? "else " + statements.block(scope, depth) : "");
            case 2, 3 -> loop(scope, depth);
            case 4 -> oldSwitch(scope, depth);
            case 5, 6 -> attempt(scope, depth);
            case 7 ->
                "synchronized (" + expressions.leaf(Kind.THING, scope).code() + ") " + statements.block(scope, depth);
            case 8 -> lambda(scope, depth);
            case 9 -> localClass(scope, depth);
            case 10 -> statements.block(scope, depth);
            case 11 ->
                "try (Resource " + statements.newName() + " = new Resource(" + code(Kind.INT, scope) + ")) "
                        + statements.block(scope, depth);
            case 12 -> newSwitch(scope, depth);
            default -> pattern(scope, depth);
        };
    }

    private String loop(Scope scope, int depth) {
        String label = "l" + statements.newName();
        String i = statements.newName();
        Scope inside = scope.block().with(Kind.INT, i, true);
        String leave = "if (" + code(Kind.BOOLEAN, inside) + ") { "
                + dice.of("break " + label, "continue " + label, "break", "continue") + "; }\n";
        String body = statements.statements(inside, depth)
                + (dice.oneIn(2) ? leave : "")
                + (dice.oneIn(2) ? marks.mark(inside) + ";\n" : "");
        String times = Integer.toString(1 + dice.below(5));
        return switch (dice.below(4)) {
            case 0 ->
                label + ": for (int " + i + "n = 0; " + i + "n < " + times + " && Trace.more(); " + i + "n++"
                        + (dice.oneIn(2) ? ", " + marks.mark(scope) : "") + ") {\nfinal int " + i + " = " + i + "n;\n"
                        + body + "}\n";
            case 1 ->
                "int " + i + "n = 0;\n" + label + ": while (" + i + "n++ < " + times + " && Trace.more()) {\n"
                        + "final int " + i + " = " + i + "n;\n" + body + "}\n";
            case 2 ->
                "int " + i + "n = 0;\n" + label + ": do {\nfinal int " + i + " = " + i + "n;\n" + body + "} while (" + i
                        + "n++ < " + times + " && Trace.more());\n";
            default ->
                label + ": for (final int " + i + " : "
                        + expressions.leaf(Kind.ARRAY, scope).code() + ") {\n" + "if (!Trace.more()) { break; }\n"
                        + body + "}\n";
        };
    }

    private String oldSwitch(Scope scope, int depth) {
        String[][] sorts = {
            {code(Kind.INT, scope) + " & 3", "0", "1", "3"},
            {code(Kind.STRING, scope), "\"x\"", "\"two words\"", "\"\""},
            {"Level.values()[" + code(Kind.INT, scope) + " & 1]", "LOW", "HIGH"},
        };
        String[] sort = dice.of(sorts);
        StringBuilder text = new StringBuilder("switch (").append(sort[0]).append(") {\n");
        for (int i = 1; i < sort.length; i++) {
            text.append("case ").append(sort[i]).append(":\n").append(statements.block(scope, depth));
            text.append(dice.oneIn(2) ? "break;\n" : "");
        }
        return text.append("default:\n")
                .append(marks.mark(scope))
                .append(";\n}\n")
                .toString();
    }

    private String newSwitch(Scope scope, int depth) {
        return "switch (" + code(Kind.INT, scope) + " & 3) {\ncase 0, 2 -> " + statements.block(scope, depth)
                + "case 1 -> " + marks.mark(scope) + ";\ndefault -> " + statements.block(scope, depth) + "}\n";
    }

    private String attempt(Scope scope, int depth) {
        String e = statements.newName();
        String caught = dice.of("Oops | ArithmeticException", "RuntimeException", "NullPointerException", "Throwable");
        String text = "try " + statements.block(scope, depth);
        boolean catches = !dice.oneIn(4);
        if (catches) {
            text += "catch (" + caught + " " + e + ") {\nTrace.thrown(\"" + e + "\", " + e + ");\n" + marks.ofLocal(e)
                    + ";\n" + statements.statements(scope.block(), depth) + "}\n";
        }
        if (!catches || dice.oneIn(2)) {
            text += "finally " + statements.block(scope, 0);
        }
        return text;
    }

    private String lambda(Scope scope, int depth) {
        String name = statements.newName();
        String body = dice.oneIn(3)
                ? marks.mark(scope.lambda()) + ";\n"
                : "{\n" + statements.statements(scope.lambda(), depth) + "};\n";
        return "Runnable " + name + " = () -> " + body + name + ".run();\n";
    }

    private String localClass(Scope scope, int depth) {
        Scope inside = scope.captured();
        if (dice.oneIn(2)) {
            return "new Runnable() { @Override public void run() {\n" + statements.statements(inside, depth)
                    + "} }.run();\n";
        }
        String name = "Local" + statements.newName();
        return "class " + name + " {\n" + name + "() {\n" + statements.statements(inside.block(), 0) + "}\n"
                + "int own = " + code(Kind.INT, inside) + ";\nint twice() {\n"
                + statements.statements(inside.block(), depth)
                + marks.ofLocal("own") + ";\nreturn own * 2; }\n}\n"
                + "Trace.note(\"local\", new " + name + "().twice());\n";
    }

    private String pattern(Scope scope, int depth) {
        String name = statements.newName();
        String pair = statements.newName();
        if (release < 21) {
            return "Object " + pair + " = new Pair(" + code(Kind.INT, scope) + ", " + code(Kind.STRING, scope) + ");\n"
                    + "if (" + pair + " instanceof Pair " + name + ") {\n"
                    + "mark(\"" + marks.name() + " a={} b={}\", " + name + ".left(), " + name + ");\n"
                    + statements.statements(scope.block(), depth) + "}\n";
        }
        Scope inside = scope.block().with(Kind.INT, name + "l", true).with(Kind.STRING, name + "r", true);
        return "Object " + pair + " = new Pair(" + code(Kind.INT, scope) + ", " + code(Kind.STRING, scope) + ");\n"
                + "switch (" + pair + ") {\ncase Pair(int " + name + "l, String " + name + "r) when " + name
                + "l > 3 -> {\n" + statements.statements(inside, depth) + "}\ncase Pair " + name + " -> "
                + marks.ofLocal(name) + ";\ndefault -> {\n" + statements.statements(scope.block(), 0)
                + "}\n}\n";
    }

    private String code(Kind kind, Scope scope) {
        return statements.of(kind, scope).code();
    }
}
