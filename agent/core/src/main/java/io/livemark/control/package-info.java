/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The socket, and what each request does.
 *
 * <p>Threads: {@code livemark-control} waits for clients, {@code livemark-client} serves one, {@code livemark-later} is there
 * while something is due. All are daemons, and all end with a detach.
 *
 * <p>Loaded by the agent's private loader; imports {@code protocol}, {@code probe} and {@code weave}. Nothing that an
 * application thread runs may come in here.
 */
package io.livemark.control;
