/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Defines a class anew, whose sites are not linked yet. */
final class FreshLoader extends ClassLoader {

    private FreshLoader() {
        super(FreshLoader.class.getClassLoader());
    }

    /** {@return a class like this one, not yet linked} */
    static Class<?> define(Class<?> like) {
        try (InputStream in = like.getResourceAsStream(like.getSimpleName() + ".class")) {
            byte[] file = in.readAllBytes();
            return new FreshLoader().defineClass(like.getName(), file, 0, file.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
