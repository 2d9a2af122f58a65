/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Classes by the thousand, as javac writes them. */
package io.livemark.bench.generate;
