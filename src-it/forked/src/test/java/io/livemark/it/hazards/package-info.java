/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What a retransform could do to a program, and does not: loops and threads that are inside a class while it is replaced, classes
 * that others replace too, classes that nobody can see, and what is left when the agent goes.
 */
package io.livemark.it.hazards;
