/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Recordings of the JVM's flight recorder that ask for markers, with the JDK's own tools. */
package io.livemark.it.flight;
