/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.generate;

import io.livemark.behaviour.generate.Expr.May;
import java.util.List;
import java.util.regex.Pattern;

/** Expressions without effects, and where they may have some, those of {@link Effects}. */
final class Expressions {

    private static final Pattern LITERALS =
            Pattern.compile("\"[^\"]*\"|'.'|\\b(true|false|int|long|double|char|Integer|\\d\\w*)\\b");
    private static final Pattern NAME = Pattern.compile("[a-z]");

    private final Dice dice;
    private final int release;
    private final Effects effects;

    Expressions(Dice dice, int release) {
        this.dice = dice;
        this.release = release;
        this.effects = new Effects(dice, this);
    }

    Expr of(Kind kind, Scope scope, int depth, May may) {
        if (depth <= 0) {
            return leaf(kind, scope);
        }
        if (may == May.ANYTHING && dice.oneIn(4)) {
            return effects.of(kind, scope, depth - 1);
        }
        if (may != May.NOTHING && dice.oneIn(10)) {
            return throwing(kind, scope, depth - 1, may);
        }
        if (dice.oneIn(4)) {
            return leaf(kind, scope);
        }
        if (dice.oneIn(6)) {
            return Expr.of(
                    "(%s ? %s : %s)",
                    condition(scope, depth - 1, may), of(kind, scope, depth - 1, may), of(kind, scope, depth - 1, may));
        }
        int d = depth - 1;
        return switch (kind) {
            case INT -> integer(scope, d, may);
            case LONG ->
                dice.oneIn(2)
                        ? Expr.of("(long) %s", in(Kind.INT, scope, d, may))
                        : binary(Kind.LONG, scope, d, may, "+", "-", "*", "^");
            case DOUBLE ->
                dice.oneIn(3)
                        ? Expr.of("(double) %s", in(Kind.LONG, scope, d, may))
                        : binary(Kind.DOUBLE, scope, d, may, "+", "-", "*", "/", "%%");
            case BOOLEAN -> truth(scope, d, may);
            case CHAR -> Expr.of("(char) ('a' + (%s & 15))", of(Kind.INT, scope, d, may));
            case STRING -> concatenation(scope, d, may);
            case ARRAY, THING -> leaf(kind, scope);
            case BOX -> Expr.of("(Integer) %s", in(Kind.INT, scope, d, may));
        };
    }

    private Expr integer(Scope scope, int depth, May may) {
        return switch (dice.below(release >= 17 ? 9 : 8)) {
            case 0, 1, 2 -> binary(Kind.INT, scope, depth, may, "+", "-", "*", "&", "|", "^", "<<", ">>", ">>>");
            case 3 -> Expr.of("(int) %s", in(dice.of(Kind.LONG, Kind.DOUBLE, Kind.CHAR), scope, depth, may));
            case 4 -> Expr.of("%s.length", of(Kind.ARRAY, scope, depth, may));
            case 5 -> Expr.of("%s[%s & 3]", of(Kind.ARRAY, scope, 0, may), of(Kind.INT, scope, depth, may));
            case 6 -> Expr.of("%s.num", of(Kind.THING, scope, depth, may));
            case 7 -> Expr.of("(%s + 1)", of(Kind.BOX, scope, depth, may));
            default ->
                Expr.of(
                        "(switch (%s & 3) { case 0 -> %s; case 1, 2 -> %s; default -> %s; })",
                        of(Kind.INT, scope, depth, may),
                        of(Kind.INT, scope, depth, may),
                        of(Kind.INT, scope, 0, may),
                        of(Kind.INT, scope, depth, may));
        };
    }

    private Expr truth(Scope scope, int depth, May may) {
        return switch (dice.below(5)) {
            case 0 ->
                Expr.of(
                        "(%s " + dice.of("&&", "||", "^") + " %s)",
                        condition(scope, depth, may),
                        of(Kind.BOOLEAN, scope, depth, may));
            case 1 -> Expr.of("!%s", in(Kind.BOOLEAN, scope, depth, may));
            case 2 -> Expr.of("(%s == %s)", of(Kind.STRING, scope, 0, may), of(Kind.STRING, scope, 0, may));
            case 3 -> scope.inProgram ? Expr.pure("(any instanceof Thing)") : leaf(Kind.BOOLEAN, scope);
            default -> {
                Kind kind = dice.of(Kind.INT, Kind.LONG, Kind.DOUBLE, Kind.CHAR);
                yield Expr.of(
                        "(%s " + dice.of("<", ">=", "==", "!=") + " %s)",
                        of(kind, scope, depth, may),
                        of(kind, scope, depth, may));
            }
        };
    }

    /** What is no constant to javac, which would leave out the way that is never gone, and any effect in it. */
    Expr condition(Scope scope, int depth, May may) {
        Expr expression = of(Kind.BOOLEAN, scope, depth, may);
        String names = LITERALS.matcher(expression.code()).replaceAll("");
        return NAME.matcher(names).find() ? expression : Expr.pure("(\"a\" == null)");
    }

    private Expr concatenation(Scope scope, int depth, May may) {
        Expr text = Expr.pure("\"" + (char) ('a' + dice.below(26)) + "\"");
        for (int i = 0; i <= dice.below(3); i++) {
            Kind kind = dice.of(Kind.INT, Kind.LONG, Kind.DOUBLE, Kind.BOOLEAN, Kind.CHAR, Kind.STRING, Kind.BOX);
            text = Expr.of("%s + %s", text, of(kind, scope, depth, may));
        }
        return Expr.of("(%s)", text);
    }

    /** What may throw, and has no effect. {@code nil} and {@code none} are null; {@code any} is no text, {@code zero} is 0. */
    private Expr throwing(Kind kind, Scope scope, int depth, May may) {
        if (!scope.inProgram) {
            return leaf(kind, scope);
        }
        return switch (kind) {
            case INT ->
                switch (dice.below(5)) {
                    case 0 -> Expr.of("(%s / zero)", of(Kind.INT, scope, depth, may));
                    case 1 -> Expr.of("%s[%s & 7]", of(Kind.ARRAY, scope, 0, may), of(Kind.INT, scope, depth, may));
                    case 2 -> Expr.pure("none.num");
                    case 3 -> Expr.pure("(nil + 1)");
                    default ->
                        Expr.of("(%s %% (%s & 1))", of(Kind.INT, scope, depth, may), of(Kind.INT, scope, depth, may));
                };
            case LONG -> Expr.of("(%s %% (long) zero)", of(Kind.LONG, scope, depth, may));
            case STRING -> Expr.pure("((String) any)");
            case BOOLEAN -> Expr.pure("(nil == 3)");
            default -> leaf(kind, scope);
        };
    }

    private Expr binary(Kind kind, Scope scope, int depth, May may, String... operators) {
        return Expr.of("(%s " + dice.of(operators) + " %s)", of(kind, scope, depth, may), of(kind, scope, depth, may));
    }

    /** In parentheses, so that a cast or a sign binds to all of it. */
    private Expr in(Kind kind, Scope scope, int depth, May may) {
        return Expr.of("(%s)", of(kind, scope, depth, may));
    }

    /** A variable or a constant. */
    Expr leaf(Kind kind, Scope scope) {
        List<Variable> variables = scope.of(kind);
        if (!variables.isEmpty() && !dice.oneIn(4)) {
            return Expr.pure(dice.of(variables).name());
        }
        return switch (kind) {
            case INT -> Expr.pure(Integer.toString(dice.oneIn(5) ? 70_000 + dice.below(1 << 20) : dice.below(9)));
            case LONG -> Expr.pure(dice.below(100) + "L");
            case DOUBLE -> Expr.pure(dice.below(100) + ".25");
            case BOOLEAN -> Expr.pure(dice.oneIn(2) ? "true" : "false");
            case CHAR -> Expr.pure("'" + (char) ('a' + dice.below(26)) + "'");
            case STRING -> Expr.pure("\"" + dice.of("", "x", "yy", "two words", "%%", "{}") + "\"");
            case ARRAY -> variables.isEmpty() ? Expr.effect("Thing.SOME") : variable(variables);
            case THING -> variables.isEmpty() ? Expr.effect("Thing.ONE") : variable(variables);
            case BOX -> Expr.pure("(Integer) " + dice.below(300));
        };
    }

    private Expr variable(List<Variable> variables) {
        return Expr.pure(dice.of(variables).name());
    }
}
