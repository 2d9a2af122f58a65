/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** How fast class files go through the weaver. */
package io.livemark.bench.weave;
