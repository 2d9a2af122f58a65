/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Writes Java programs from a seed, with marks in random places. A program ends, does the same each time, and notes in
 * {@link io.livemark.behaviour.run.Trace} what it does. The same seed gives the same text on each JDK.
 *
 * <p>The arguments of a mark are either all without effects by the words of {@code Mark}'s Javadoc, or one of them has an
 * effect for certain; nothing lies between. In a <em>safe</em> program those without effects cannot throw either, so nobody
 * can tell whether they were evaluated. In a <em>risky</em> one they may; the <em>twin</em> of the program has nothing in
 * place of each such mark, as the agent promises for a mark that no probe is loaded on.
 */
package io.livemark.behaviour.generate;
