/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.generate;

import java.util.regex.Pattern;

/**
 * A generated program.
 *
 * @param name the name of its class, in the package {@code made}
 * @param source its text
 */
public record Program(String name, String source) {

    private static final Pattern SKIPPED =
            Pattern.compile(Pattern.quote(Marks.SKIPPED) + ".*?" + Pattern.quote(Marks.END));

    /**
     * Generates a program.
     *
     * @param release the release of Java that it is written in
     * @param seed what tells it from others
     * @param risky whether arguments without effects may throw
     */
    public static Program of(int release, int seed, boolean risky) {
        String name = (risky ? "Risky" : "Safe") + release + "_" + seed;
        Dice dice = new Dice(seed * 200L + release * 2L + (risky ? 1 : 0));
        return new Program(name, new ProgramWriter(name, release, dice, risky).write());
    }

    /** {@return the same, with nothing in place of the marks that are skipped while no probe is loaded} */
    public Program twin() {
        return new Program(name, SKIPPED.matcher(source).replaceAll("Trace.nothing()"));
    }
}
