/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Finds marked call sites and rewrites them into guarded jumps. Knows class files, not probes.
 *
 * <p>The form of a site ({@link io.livemark.weave.SiteForm}) is chosen in {@code SiteFinder}:
 * <pre>
 *   guarded      guard, arguments, hit; the arguments are skipped while disarmed
 *   evaluated    arguments, hit; they may have an effect, or cannot be taken apart
 *   flag         either of these by number, in class files before 51
 *   shim         the call stays: a label, an array that is passed through, a class or method that must not be woven
 *   unreachable  no probe can be called: no name, a malformed spec, dead code
 * </pre>
 *
 * <p>Nothing in arguments that are skipped may have an effect but an exception of its own:
 * <pre>
 *   may be skipped                                   must be evaluated
 *   ---------------------------------------------    ---------------------------------------------
 *   constants, locals, arithmetic, casts             dynamic constants; writes of locals
 *   fields; static fields that the class declares    static fields of others (may initialise them); writes
 *   elements and length of arrays                    creation of arrays; writes of elements
 *   boxing, unboxing, Objects.requireNonNull         Number.intValue, Integer.valueOf(String)
 *   getClass, String.valueOf of what is plain        every other call; creation of objects
 *   strings joined with strings, primitives, boxes   strings joined with anything else (its toString)
 *   a StringBuilder that is made there               append to one of the program
 *   lambdas and method references
 *   conditions and switches within the argument      switches by string or enum (calls and foreign fields)
 * </pre>
 *
 * <p>Loaded by the agent's private loader; imports ASM, SLF4J and the bridge. Called on application threads while they define
 * classes: no lock is taken that another thread may hold for long, nothing is loaded from the application, and no exception
 * leaves.
 */
package io.livemark.weave;
