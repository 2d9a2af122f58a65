/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The life of a probe: from its files, through the check against every known site, to the targets and guards of its markers;
 * and back.
 *
 * <p>Threads of the control load and unload. Application threads run handlers, and link sites
 * ({@link LivemarkListener#linked(LivemarkHits)}); they never wait for a load. A thread {@code livemark-probes} for each probe makes what
 * serves a loader that comes after the load, {@code livemark-text} the text of an exception; neither is there while there is nothing
 * to do. A thread {@code livemark-end} for each probe that is
 * out waits until that is drained, and closes it: it ends then, be the agent there or not.
 *
 * <p>Locks, in the order in which they may be taken; whoever holds one takes only later ones:
 * <ol>
 *   <li>the monitor of {@link io.livemark.weave.Weaver}: reaching classes, which stops the JVM; clients that load or detach wait here
 *       for each other,
 *   <li>of {@link Roster}: who is there, and by what name,
 *   <li>of {@link Endings}, then of one {@link Ending}; and of {@link Arming}: the set of probes that are called,
 *   <li>of {@link Instances}, {@link ShimChains}, {@link Shims}, then {@link Chains}; and those of the bridge: lists and targets.
 * </ol>
 * Application threads take only those of the last line, and all but the first are held for moments. No code of a probe or of the
 * application runs under any of them: class files are read, and targets made, without a lock. {@link Budget} is looked at by one
 * thread, under a monitor of its own before all others but the first.
 *
 * <p>Loaded by the agent's private loader; imports the rooms {@code weave}, {@code protocol} (for receipts), {@code api} and
 * {@code bridge}. Nothing of sockets and clients may come in here.
 */
package io.livemark.probe;
