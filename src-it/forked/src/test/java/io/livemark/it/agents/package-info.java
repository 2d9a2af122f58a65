/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Other agents in the same JVM: JaCoCo's, OpenTelemetry's, one of our own that does what such agents do
 * ({@link io.livemark.it.agents.Neighbour}), and a debugger. Whoever comes first, the program prints what it prints alone,
 * a mark is hit once for each time it is executed, the list shows the sites of the code that runs now, and a detach leaves
 * behind the code that is there without us.
 */
package io.livemark.it.agents;
