/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Everything at once, and for long: threads that hit a thousand markers, classes that come and go, and clients that load,
 * unload, detach, are killed and find the JVM suspended. Both sides keep books, and afterwards these must agree.
 *
 * <p>What clients do is chosen by dice whose seed is printed; when threads do it is not.
 */
package io.livemark.storms;
