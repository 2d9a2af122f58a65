/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

/** A type of the application, of which each of its loaders may have one. */
public record Book(String title) {

    /** Whose copy of this class it is. */
    public static volatile String shelf = "nobody";
}
