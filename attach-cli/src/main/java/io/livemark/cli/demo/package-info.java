/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What {@code livemark demo} shows: a shop in a JVM of its own, and commands on it, one after the other.
 *
 * <p>Imports {@code jvm} and {@code problem}. The shop itself is {@code io.livemark.demo}, which is named here and never
 * imported: it belongs to the other JVM.
 */
package io.livemark.cli.demo;
