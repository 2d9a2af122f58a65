/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** From the raw results, one JSON file for each suite and JDK, to the page and its chart. Knows nothing of what was measured. */
package io.livemark.bench.page;
