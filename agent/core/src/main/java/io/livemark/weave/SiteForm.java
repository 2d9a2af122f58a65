/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

/** How a hit at a site reaches a probe. */
public sealed interface SiteForm {

    /** {@return the word for it in {@code livemark list}} */
    String word();

    /** {@return why it is not {@link Guarded}} */
    Reason reason();

    /** Guard, arguments, hit: nothing runs while disarmed. */
    record Guarded() implements SiteForm {
        @Override
        public String word() {
            return "guarded";
        }

        @Override
        public Reason reason() {
            return Reason.Cause.NONE.alone();
        }
    }

    /**
     * Arguments, hit: the arguments are evaluated as the source says.
     *
     * @param reason what in them is or may be a side effect
     */
    record Evaluated(Reason reason) implements SiteForm {
        @Override
        public String word() {
            return "evaluated";
        }
    }

    /**
     * As one of those above, through a slot of the bridge: for class files without {@code invokedynamic}.
     *
     * @param reason that, and what keeps the arguments from being skipped
     * @param skips whether they are skipped while disarmed
     */
    record Flag(Reason reason, boolean skips) implements SiteForm {
        @Override
        public String word() {
            return "flag";
        }
    }

    /**
     * The call stays; {@code Mark} itself looks for the probe.
     *
     * @param reason why the site is not woven
     */
    record Shim(Reason reason) implements SiteForm {
        @Override
        public String word() {
            return "shim";
        }
    }

    /**
     * Nothing yet: the class was loaded before the agent came, and no probe has needed it since.
     *
     * @param reason just that
     */
    record Unwoven(Reason reason) implements SiteForm {
        @Override
        public String word() {
            return "unwoven";
        }
    }

    /**
     * No probe can be called for it.
     *
     * @param reason what is wrong with the site
     */
    record Unreachable(Reason reason) implements SiteForm {
        @Override
        public String word() {
            return "unreachable";
        }
    }
}
