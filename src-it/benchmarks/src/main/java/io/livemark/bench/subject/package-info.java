/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Programs that are measured, or worked upon, as whole processes. Those that stay print {@code ready}, and end with their stdin. */
package io.livemark.bench.subject;
