/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.generate;

import io.livemark.behaviour.generate.Expr.May;
import java.util.List;

/** Expressions with an effect for certain. */
final class Effects {

    private final Dice dice;
    private final Expressions expressions;

    Effects(Dice dice, Expressions expressions) {
        this.dice = dice;
        this.expressions = expressions;
    }

    Expr of(Kind kind, Scope scope, int depth) {
        Expr effect = switch (kind) {
            case INT -> integer(scope, depth);
            case LONG -> written(Kind.LONG, scope, depth, () -> Expr.of("Math.abs(%s)", any(Kind.LONG, scope, depth)));
            case DOUBLE ->
                written(Kind.DOUBLE, scope, depth, () -> Expr.of("Math.rint(%s)", any(Kind.DOUBLE, scope, depth)));
            case BOOLEAN ->
                dice.oneIn(2)
                        ? Expr.of("%s.equals(%s)", any(Kind.STRING, scope, 0), any(Kind.STRING, scope, depth))
                        : Expr.of("%s.isEmpty()", any(Kind.STRING, scope, depth));
            case CHAR -> Expr.of("(\"abcd\" + %s).charAt(2)", any(Kind.INT, scope, depth));
            case STRING ->
                switch (dice.below(3)) {
                    case 0 -> Expr.of("(\"t\" + %s + %s)", any(Kind.THING, scope, 0), any(Kind.INT, scope, depth));
                    case 1 -> Expr.of("String.valueOf(%s)", any(Kind.INT, scope, depth));
                    default ->
                        Expr.of(
                                "(%s + new StringBuilder().append(%s).append('x'))",
                                any(Kind.STRING, scope, 0), any(Kind.LONG, scope, depth));
                };
            case ARRAY -> Expr.of("new int[] {%s, 2, %s, 4, 5}", any(Kind.INT, scope, depth), any(Kind.INT, scope, 0));
            case THING -> Expr.of("new Thing(%s)", any(Kind.INT, scope, depth));
            case BOX -> Expr.of("Integer.decode(\"1\" + Math.abs((short) %s))", any(Kind.INT, scope, 0));
        };
        return effect.asEffect();
    }

    private Expr integer(Scope scope, int depth) {
        return switch (dice.below(8)) {
            case 0 -> Expr.effect("Thing.created");
            case 1 -> Expr.of("Trace.seen(%s)", any(Kind.INT, scope, depth));
            case 2 -> Expr.of("(%s.num = %s)", any(Kind.THING, scope, 0), any(Kind.INT, scope, depth));
            case 3 ->
                Expr.of(
                        "(%s[%s & 3] += %s)",
                        any(Kind.ARRAY, scope, 0), any(Kind.INT, scope, 0), any(Kind.INT, scope, depth));
            case 4, 5 ->
                scope.calls.isEmpty()
                        ? Expr.of("Trace.seen(%s)", any(Kind.INT, scope, depth))
                        : Expr.of(
                                dice.of(scope.calls) + "(%s, %s)",
                                any(Kind.INT, scope, depth),
                                any(Kind.STRING, scope, depth));
            default -> written(Kind.INT, scope, depth, () -> Expr.of("Trace.seen(%s)", any(Kind.INT, scope, depth)));
        };
    }

    /** A variable that is written in passing, where there is one. */
    private Expr written(Kind kind, Scope scope, int depth, java.util.function.Supplier<Expr> otherwise) {
        List<Variable> variables = scope.assignable(kind);
        if (variables.isEmpty()) {
            return otherwise.get();
        }
        String name = dice.of(variables).name();
        return switch (dice.below(4)) {
            case 0 -> Expr.effect(name + "++");
            case 1 -> Expr.effect("--" + name);
            case 2 -> Expr.of("(" + name + " += %s)", any(kind, scope, depth));
            default -> Expr.of("(" + name + " = %s)", any(kind, scope, depth));
        };
    }

    private Expr any(Kind kind, Scope scope, int depth) {
        return expressions.of(kind, scope, depth, May.ANYTHING);
    }
}
