/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.Locale;

/**
 * Why a site is not guarded.
 *
 * @param cause what kind of reason it is
 * @param detail what the sentence of the cause leaves open; empty where it leaves nothing open
 */
public record Reason(Cause cause, String detail) {

    /** The kinds of reasons, each with its sentence. */
    public enum Cause {
        /** It is guarded. */
        NONE(""),
        /** Arguments that must not be skipped. */
        EFFECT("%s"),
        /** No {@code invokedynamic} in this version. */
        OLD_CLASS_FILE("no invokedynamic in a class file of version %s"),
        /** A version that came after this weaver. */
        NEW_CLASS_FILE("the class file is of version %s, newer than this weaver knows"),
        /** A label. */
        LABEL("a label leaves the instructions as they are"),
        /** The varargs array is not made at the site. */
        ARRAY("an array is passed through; hits count while it holds as many values as there are fields"),
        /** The compiler keeps the first argument while it computes others. */
        KEPT("the constant is kept in a local while the arguments are computed"),
        /** Control flow that leaves or enters the arguments. */
        JUMP("a jump leads into the arguments, or out of them"),
        /** Another site within the arguments. */
        NESTED("another mark stands among the arguments"),
        /** All slots are taken. */
        NO_SLOT("no invokedynamic in a class file of version %s, and no slot is left"),
        /** The woven method, class or stack would be larger than a class file can say. */
        TOO_LARGE("once woven it would be too large for a class file: %s"),
        /** The weaver failed. */
        FAILED("it could not be woven: %s"),
        /** A running loop would never be compiled again. */
        RUNNING_LOOP("a loop in %s is running, which would never be compiled again"),
        /** A retransform damages such a class in this JDK. */
        JDK_BUG("JDK %s when it retransforms"),
        /** The JVM refuses. */
        NOT_MODIFIABLE("the JVM does not let it be modified"),
        /** The JVM tried, and failed. */
        NOT_RETRANSFORMED("it could not be retransformed: %s"),
        /** Threads that entered before the class was replaced. */
        OLD_FRAMES("%s this method as it was before"),
        /** A class that no transformer sees. */
        NO_FILE("found by its first hit: there is no class file to read"),
        /** No probe has needed it since the agent came. */
        NOT_YET("loaded before the agent"),
        /** The first argument is computed. */
        UNNAMED("unnamed: the first argument is not a string constant"),
        /** The spec is none. */
        MALFORMED("%s"),
        /** Code that never runs. */
        DEAD_CODE("no way leads here"),
        /** The weaver does not understand the method. */
        NOT_UNDERSTOOD("the code around it was not understood: %s");

        private final String sentence;

        Cause(String sentence) {
            this.sentence = sentence;
        }

        /**
         * {@return a reason of this kind}
         *
         * @param detail what the sentence leaves open
         */
        Reason because(Object detail) {
            return new Reason(this, String.valueOf(detail));
        }

        /** {@return the reason of this kind, where there is nothing to add} */
        Reason alone() {
            return new Reason(this, "");
        }
    }

    /** {@return it in words, for people} */
    public String sentence() {
        return String.format(Locale.ROOT, cause.sentence, detail);
    }
}
