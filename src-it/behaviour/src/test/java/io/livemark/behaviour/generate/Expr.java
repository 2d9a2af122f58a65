/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.generate;

/**
 * An expression.
 *
 * @param code its text
 * @param effect whether it has an effect for certain; it has none at all where not, an exception aside
 */
record Expr(String code, boolean effect) {

    /** What an expression may do. */
    enum May {
        /** Neither have an effect nor throw. */
        NOTHING,
        /** Throw, but nothing else. */
        THROW,
        /** Have effects, and throw. */
        ANYTHING
    }

    static Expr pure(String code) {
        return new Expr(code, false);
    }

    static Expr effect(String code) {
        return new Expr(code, true);
    }

    Expr asEffect() {
        return effect(code);
    }

    /** An expression made of others: {@code %s} in the format for each. */
    static Expr of(String format, Expr... parts) {
        Object[] codes = new Object[parts.length];
        boolean effect = false;
        for (int i = 0; i < parts.length; i++) {
            codes[i] = parts[i].code;
            effect |= parts[i].effect;
        }
        return new Expr(String.format(format, codes), effect);
    }
}
