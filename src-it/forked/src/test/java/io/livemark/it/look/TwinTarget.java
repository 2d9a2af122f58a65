/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.look;

import io.livemark.it.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Has a class and a type of the same names in several class loaders. {@code a 3} is three hits from the loader a. */
public final class TwinTarget {

    private TwinTarget() {}

    public static void main(String[] args) throws Exception {
        Map<String, Runnable> twins = new HashMap<>();
        Console.serve((command, argument) -> {
            Runnable twin = twins.get(command);
            if (twin == null) {
                twin = (Runnable) new Own()
                        .loadClass(Twin.class.getName())
                        .getConstructor(String.class)
                        .newInstance(command);
                twins.put(command, twin);
            }
            for (int i = Integer.parseInt(argument); i > 0; i--) {
                twin.run();
            }
        });
    }

    /** Has its own twin and kind, and all else from the application. */
    private static final class Own extends ClassLoader {

        Own() {
            super(TwinTarget.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.equals(Twin.class.getName()) && !name.startsWith(Twin.class.getName() + "$")) {
                    return super.loadClass(name, resolve);
                }
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) {
            String file = "/" + name.replace('.', '/') + ".class";
            try (InputStream in = TwinTarget.class.getResourceAsStream(file)) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
