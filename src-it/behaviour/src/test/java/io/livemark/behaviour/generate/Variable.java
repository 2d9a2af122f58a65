/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.generate;

/**
 * A local variable, a parameter or a field of the program.
 *
 * @param kind its type
 * @param name how it is written
 * @param fixed whether it is never assigned again, so that a lambda may capture it
 * @param field whether it is a field
 */
record Variable(Kind kind, String name, boolean fixed, boolean field) {}
