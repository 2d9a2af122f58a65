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

    private final Runnable beforeFile;

    private FreshLoader(Runnable beforeFile) {
        super(FreshLoader.class.getClassLoader());
        this.beforeFile = beforeFile;
    }

    /** {@return a class like this one, not yet linked} */
    static Class<?> define(Class<?> like) {
        return define(like, () -> {});
    }

    /**
     * {@return a class like this one, not yet linked}
     *
     * @param beforeFile runs whenever its loader is asked for its file
     */
    static Class<?> define(Class<?> like, Runnable beforeFile) {
        try (InputStream in = like.getResourceAsStream(like.getSimpleName() + ".class")) {
            byte[] file = in.readAllBytes();
            return new FreshLoader(beforeFile).defineClass(like.getName(), file, 0, file.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        beforeFile.run();
        return super.getResourceAsStream(name);
    }
}
