/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The shop of {@code livemark demo}: a marked program of a few threads, in a JVM of its own. Its markers have the names
 * and fields of those of {@code examples/}, so that the probes from there fit; what takes that shop an HTTP server and a
 * database is pretended here, since this one travels in {@code livemark.jar}.
 *
 * <p>Imports the API and nothing else of ours, and none of the command line's classes imports it: to these it is any
 * application. Not in {@code io.livemark.cli}, whose programs {@code livemark ps} leaves out.
 */
package io.livemark.demo;
