/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * That weaving changes nothing a program can see: generated programs do the same, to the last event, without the agent,
 * with it and no probe, and with a probe on every marker; and the marks pass on what the source says. Each run is a JVM
 * of its own; a failure names the program, shows where the two runs part, and keeps the source.
 */
package io.livemark.behaviour;
