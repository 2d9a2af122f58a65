/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Markers as events of the JDK's Flight Recorder: what a recording asks for by name, {@code livemark.order.placed} or
 * {@code livemark.*}, is armed while that recording runs.
 *
 * <p>For each marker a typed event class and a probe that commits it are written here, and loaded as any other probe. One thread,
 * {@code livemark-flight}, is there while a recording runs; it alone loads, unloads and asks the recorder. While none has
 * ever been started, no class of {@code jdk.jfr} is loaded: the room waits for the JVM to load the recorder.
 *
 * <p>Loaded by the agent's private loader, but for {@link io.livemark.flight.Text}, of which each probe has a copy. Imports the rooms
 * {@code probe}, {@code weave} and {@code protocol}; {@link io.livemark.flight.JvmRecordings} alone names {@code jdk.jfr}.
 */
package io.livemark.flight;
