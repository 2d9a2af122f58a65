/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The life of a probe: from its files, through the check against every known site, to the targets and guards of its markers;
 * and back.
 *
 * <p>Threads of the control load and unload, one at a time. Application threads run handlers, and link sites
 * ({@link LivemarkListener#linked(LivemarkHits)}); they never wait for a load. A thread {@code livemark-end} for each probe that is
 * out waits until that is drained, and closes it: it ends then, be the agent there or not.
 *
 * <p>Loaded by the agent's private loader; imports the rooms {@code weave}, {@code protocol} (for receipts), {@code api} and
 * {@code bridge}. Nothing of sockets and clients may come in here.
 */
package io.livemark.probe;
