/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Other JVMs on this machine: finding them in {@code /proc}, putting the agent in, and talking to it.
 *
 * <p>Imports the protocol and {@code problem}; knows no command and prints nothing. Whatever is in the way becomes an
 * {@link io.livemark.cli.problem.Unreachable}, and nothing here waits longer than it was told to.
 */
package io.livemark.cli.jvm;
