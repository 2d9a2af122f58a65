/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * One-line commands: looks at markers without a class of the user's. Each is an ordinary probe, loaded through the ordinary path and leased to the
 * command.
 *
 * <pre>
 *   {@link io.livemark.cli.look.LookCommand}   the options they share; says what the handlers do (handlers) and what is shown (view)
 *     Watch           one JVM, one thread: waits for the marker, has the probe generated, compiled and loaded, reads what comes
 *       {@link io.livemark.cli.look.ProbeSource}  the source, with the user's expressions in it;  LookCompiler  compiles it, in this JVM, never in the target
 *       {@link io.livemark.cli.look.Feed}         takes what comes from one JVM
 *     {@link io.livemark.cli.look.View}           what is on the screen, of all JVMs
 * </pre>
 *
 * <p>A further command extends {@link io.livemark.cli.look.LookCommand}, and brings a class of its own in {@code io.livemark.look}, the room that
 * travels with the probe, whose records its {@link io.livemark.cli.look.Feed} reads. What opens a terminal or draws belongs here; what asks an
 * agent anything else belongs into the other commands.
 */
package io.livemark.cli.look;
