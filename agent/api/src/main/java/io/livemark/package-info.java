/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Marks, for applications, and the contract of probes.
 *
 * <p>An application needs {@link io.livemark.Mark} alone. A probe is a class whose methods carry
 * {@link io.livemark.Probe}; it is compiled against this package and loaded into a running JVM by
 * {@code livemark load}.
 *
 * <p>Loaded by the application's class loaders (several copies may coexist; the agent knows {@code Mark} by its
 * name) and, for probes, by the agent's. Imports nothing but {@code java.base}. Nothing that needs the agent may
 * come in here: without it, everything in this package does nothing, cheaply.
 */
package io.livemark;
