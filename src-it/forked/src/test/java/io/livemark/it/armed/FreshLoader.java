/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Defines a class anew, to be initialised anew. */
final class FreshLoader extends ClassLoader {

    private FreshLoader() {
        super(FreshLoader.class.getClassLoader());
    }

    /** Runs the initialiser of a class that nobody has seen before. */
    static void initialise() {
        try {
            Class<?> fresh = define(StandingInitialiser.class);
            Class.forName(fresh.getName(), true, fresh.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return a class like this one, not yet initialised} */
    static Class<?> define(Class<?> like) {
        try (InputStream in = like.getResourceAsStream(like.getSimpleName() + ".class")) {
            byte[] file = in.readAllBytes();
            return new FreshLoader().defineClass(like.getName(), file, 0, file.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
