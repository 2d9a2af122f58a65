/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Finds marked call sites and rewrites them into guarded jumps. Knows class files, not probes.
 *
 * <p>The form of a site ({@link io.livemark.weave.SiteForm}) is chosen in {@code SiteFinder}. <em>Guarded</em> skips the
 * arguments while disarmed, so nothing in them may have an effect but an exception of its own:
 * <pre>
 *   may be skipped                                   must be evaluated
 *   ---------------------------------------------    ---------------------------------------------
 *   constants, locals, arithmetic, casts             dynamic constants
 *   fields; static fields that the class declares    static fields of others (may initialise them)
 *   elements and length of arrays                    creation of arrays and objects
 *   boxing, unboxing, Objects.requireNonNull         every other call, Number.intValue too
 *   a StringBuilder that is made there               append to one of the program
 *   concatenation of strings, primitives, boxes      concatenation with anything else (its toString)
 *   lambdas and method references                    writes of locals, fields, elements
 *   conditions and switches within the argument
 * </pre>
 *
 * <p>Loaded by the agent's private loader; imports ASM, SLF4J and the bridge. Called on application threads while they define
 * classes: no lock is taken that another thread may hold for long, nothing is loaded from the application, and no exception
 * leaves.
 */
package io.livemark.weave;
