/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Tests that need other JVMs. A test {@code XxxIT} starts the program {@code XxxTarget} that lies beside it, talks with it
 * over its standard streams ({@link io.livemark.it.Console} there, {@link io.livemark.it.ForkedJvm} here), and runs the
 * command line as a process of its own ({@link io.livemark.it.Livemark}). Nothing waits by sleeping: every step is
 * answered by a line, or fails at a deadline and then shows all that was said.
 *
 * <p>A target runs with these classes and the API on its class path, and nothing else of Livemark.
 */
package io.livemark.it;
