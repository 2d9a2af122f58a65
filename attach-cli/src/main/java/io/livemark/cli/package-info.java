/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The {@code livemark} command line: one class a command, each a function of its arguments and its two streams.
 *
 * <p>Imports {@code probe}, {@code jvm}, {@code problem}, {@code demo} and the protocol; nothing of them imports this.
 * {@code System.exit} is called in {@link io.livemark.cli.Main} and nowhere else. Starting is most of what a command costs, so
 * nothing here uses regular expressions, formats or streams for what a loop does.
 */
package io.livemark.cli;
