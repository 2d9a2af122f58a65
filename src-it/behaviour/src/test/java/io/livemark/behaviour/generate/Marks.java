/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.generate;

import io.livemark.behaviour.generate.Expr.May;
import java.util.ArrayList;
import java.util.List;

/** Calls to {@code Mark}, as expressions without a value. */
final class Marks {

    /** Around a mark that is skipped while no probe is loaded; the twin has something else there. */
    static final String SKIPPED = "/*[*/";

    static final String END = "/*]*/";

    private static final String FIELDS = "abcdefgh";

    private final Dice dice;
    private final Expressions expressions;
    private final String program;
    private final boolean risky;
    private int count;

    Marks(Dice dice, Expressions expressions, String program, boolean risky) {
        this.dice = dice;
        this.expressions = expressions;
        this.program = program;
        this.risky = risky;
    }

    /** A mark, of any sort that has no body. */
    String mark(Scope scope) {
        return switch (dice.below(24)) {
            case 0 -> "label(\"" + name() + "\")";
            case 1 -> passedThrough(scope);
            case 2 -> "mark(\"" + name() + " a={}\", null)";
            default -> mark(name(), scope);
        };
    }

    /** A mark whose arguments have no effects, for loops that are to be compiled. */
    String cheap(Scope scope) {
        return mark(name(), scope, dice.below(5), May.NOTHING);
    }

    /** A mark with a variable that no scope knows. */
    String ofLocal(String variable) {
        return SKIPPED + "mark(\"" + spec(name(), 1) + "\", " + variable + ")" + END;
    }

    /** A name that no other mark has, or one that many have. */
    String name() {
        return program + (dice.oneIn(6) ? ".shared" : ".m" + count++);
    }

    private String mark(String name, Scope scope) {
        int fields = dice.oneIn(3) ? dice.below(9) : dice.below(5);
        if (fields == 0 || dice.oneIn(2)) {
            return mark(name, scope, fields, risky ? May.THROW : May.NOTHING);
        }
        return mark(name, scope, fields, May.ANYTHING);
    }

    private String mark(String name, Scope scope, int fields, May may) {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            arguments.add(argument(scope, may));
        }
        if (may == May.ANYTHING && arguments.stream().noneMatch(Expr::effect)) {
            // What may throw must not lie where it may be skipped.
            int at = dice.below(fields);
            arguments.set(
                    at,
                    Expr.of("Trace.seen(%s)", expressions.of(Kind.INT, scope, 1, May.ANYTHING))
                            .asEffect());
        }
        StringBuilder call =
                new StringBuilder("mark(\"").append(spec(name, fields)).append('"');
        arguments.forEach(argument -> call.append(", ").append(argument.code()));
        call.append(')');
        boolean skipped = arguments.stream().noneMatch(Expr::effect);
        return skipped ? SKIPPED + call + END : call.toString();
    }

    private Expr argument(Scope scope, May may) {
        int depth = dice.below(4);
        return switch (dice.below(14)) {
            case 0 -> Expr.pure("(Object) null");
            case 1 -> Expr.of("(byte) (%s)", expressions.of(Kind.INT, scope, depth, may));
            case 2 -> Expr.of("(short) (%s)", expressions.of(Kind.INT, scope, depth, may));
            case 3 -> Expr.of("(float) (%s)", expressions.of(Kind.DOUBLE, scope, depth, may));
            case 4 -> Expr.of("(Object) (%s)", expressions.of(dice.of(Kind.values()), scope, depth, may));
            // Its value is asked for while armed alone, so it has no effect and does not throw.
            case 5 ->
                Expr.of(
                        "(Supplier<Object>) () -> (%s)",
                        withoutEffect(dice.of(Kind.INT, Kind.STRING, Kind.LONG), scope.lambda(), depth));
            case 6 -> mixed(scope, depth, may);
            default -> expressions.of(dice.of(Kind.values()), scope, depth, may);
        };
    }

    /** Ways that bring different types to the same place. */
    private Expr mixed(Scope scope, int depth, May may) {
        return Expr.of(
                "(%s ? (Object) (%s) : %s)",
                expressions.condition(scope, depth, may),
                expressions.of(dice.of(Kind.values()), scope, depth, may),
                expressions.of(dice.of(Kind.STRING, Kind.BOX, Kind.THING), scope, depth, may));
    }

    private Expr withoutEffect(Kind kind, Scope scope, int depth) {
        return Expr.pure(expressions.of(kind, scope, depth, May.NOTHING).code());
    }

    private String passedThrough(Scope scope) {
        int fields = 1 + dice.below(3);
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < fields; i++) {
            Expr element = expressions.of(dice.of(Kind.INT, Kind.STRING, Kind.LONG), scope, 2, May.NOTHING);
            elements.append(i == 0 ? "" : ", ").append(element.code());
        }
        String spec = spec(name(), fields);
        return dice.oneIn(2)
                // javac makes the same of this as of separate arguments.
                ? SKIPPED + "mark(\"" + spec + "\", new Object[] {" + elements + "})" + END
                : "mark(\"" + spec + "\", Trace.array(" + elements + "))";
    }

    private static String spec(String name, int fields) {
        StringBuilder spec = new StringBuilder(name);
        for (int i = 0; i < fields; i++) {
            spec.append(' ').append(FIELDS.charAt(i)).append("={}");
        }
        return spec.toString();
    }
}
