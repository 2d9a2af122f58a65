/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What a probe is loaded from: the files that a user names, read and, where they are source, compiled.
 *
 * <p>Imports {@code jvm}, for the class path to compile against, and {@code problem}. Looks at the shape of the files only;
 * whether their classes make a probe, the agent decides.
 */
package io.livemark.cli.probe;
