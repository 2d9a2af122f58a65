/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.generate;

import io.livemark.behaviour.generate.Expr.May;

/** Statements of methods, and the blocks that they make. */
final class Statements {

    private final Dice dice;
    private final int release;
    private final Expressions expressions;
    private final Marks marks;
    private final Blocks blocks;
    private int names;

    Statements(Dice dice, int release, Expressions expressions, Marks marks) {
        this.dice = dice;
        this.release = release;
        this.expressions = expressions;
        this.marks = marks;
        this.blocks = new Blocks(dice, release, expressions, marks, this);
    }

    /** A block with braces, in a scope of its own. */
    String block(Scope around, int depth) {
        return "{\n" + statements(around.block(), depth) + "}\n";
    }

    /** Statements that add their variables to the scope. */
    String statements(Scope scope, int depth) {
        StringBuilder code = new StringBuilder();
        for (int i = 2 + dice.below(4); i > 0; i--) {
            code.append(statement(scope, depth));
        }
        return code.toString();
    }

    String newName() {
        return "v" + names++;
    }

    Expr of(Kind kind, Scope scope) {
        return expressions.of(kind, scope, 1 + dice.below(3), May.ANYTHING);
    }

    private String statement(Scope scope, int depth) {
        if (dice.oneIn(3)) {
            return marks.mark(scope) + ";\n";
        }
        if (depth > 0 && dice.oneIn(2)) {
            return blocks.of(scope, depth - 1);
        }
        return switch (dice.below(release >= 17 ? 8 : 7)) {
            case 0, 1 -> declaration(scope);
            case 2, 3 -> assignment(scope);
            case 4 ->
                "Trace.note(\"" + newName() + "\", "
                        + of(dice.of(Kind.values()), scope).code() + ");\n";
            case 5 -> "if (armed(\"" + marks.name() + "\")) { " + marks.cheap(scope) + "; }\n";
            case 6 -> "if (" + of(Kind.BOOLEAN, scope).code() + ") { throw new Oops(" + dice.below(99) + "); }\n";
            default -> overTheStack(scope);
        };
    }

    private String declaration(Scope scope) {
        Kind kind = dice.of(Kind.values());
        boolean fixed = dice.oneIn(2);
        String value = of(kind, scope).code();
        String name = newName();
        scope.with(kind, name, fixed);
        // Without "final": a variable that is a constant would let javac leave out what depends on it.
        return kind.java + " " + name + " = " + value + ";\n";
    }

    private String assignment(Scope scope) {
        Kind kind = dice.of(Kind.values());
        var variables = scope.assignable(kind);
        if (variables.isEmpty()) {
            return declaration(scope);
        }
        return dice.of(variables).name() + " = " + of(kind, scope).code() + ";\n";
    }

    /** A mark while values lie on the stack below it; and one inside the argument of another. */
    private String overTheStack(Scope scope) {
        String inner = "switch (" + of(Kind.INT, scope).code() + " & 1) { case 0 -> { " + marks.mark(scope)
                + "; yield 0 + " + of(Kind.INT, scope).code() + "; } default -> " + dice.below(9) + "; }";
        if (dice.oneIn(3)) {
            return "mark(\"" + marks.name() + " a={} b={}\", " + inner + ", Trace.seen("
                    + of(Kind.INT, scope).code() + "));\n";
        }
        String before = expressions.leaf(Kind.LONG, scope).code();
        String name = newName();
        scope.with(Kind.LONG, name, true);
        return "final long " + name + " = " + before + " + " + inner + ";\n";
    }
}
