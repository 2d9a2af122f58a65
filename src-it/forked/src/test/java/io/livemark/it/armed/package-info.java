/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What a loaded probe does to the program: its exceptions, the marks that it runs into itself, and the locks that anybody
 * holds meanwhile.
 */
package io.livemark.it.armed;
