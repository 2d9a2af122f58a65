/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Looks without a class of the user's: {@code count}, {@code print}, {@code hist}, {@code latency}, {@code stack}. */
package io.livemark.it.look;
