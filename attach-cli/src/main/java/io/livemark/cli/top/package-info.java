/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * {@code livemark top}: the markers of a JVM on a full screen.
 *
 * <pre>
 * Top ─ asks ─> Board ─ rows ─> Frame ─ lines ─> Screen (JLine)
 *  │                              ^
 *  └─ keys ─> Choice ─────────────┘
 *  └─ arms and disarms ─> Counters ─ a connection each ─> the agent
 * </pre>
 *
 * <p>{@link io.livemark.cli.top.Top} runs on the caller's thread. A thread reads keys, and one for each counter reads
 * its connection.
 */
package io.livemark.cli.top;
