/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What is left of probes that have gone: nothing, however many there were and however busy the program is. */
package io.livemark.it.nothing;
