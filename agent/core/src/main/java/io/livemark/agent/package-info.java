/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * How the agent comes into a JVM.
 *
 * <p>{@link io.livemark.agent.Launcher} is loaded by the system loader, the rest by the agent's private loader. This runs before
 * {@code main} with {@code -javaagent}, or beside its beginning: no {@code java.util.logging}, no JMX, nothing on stdout; and
 * before it no lambda, no stream and no class that can come later. Nothing that has to do with marks or probes may come in here;
 * it only puts the rooms together.
 */
package io.livemark.agent;
