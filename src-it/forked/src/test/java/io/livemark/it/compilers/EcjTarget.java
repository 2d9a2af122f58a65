/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.compilers;

import io.livemark.it.Console;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs what Eclipse's compiler made of one program for several releases of Java. Each release has a directory on the class
 * path and a class loader, since its classes are called the same.
 */
final class EcjTarget {

    private static final Map<String, ClassLoader> LOADERS = new HashMap<>();

    private EcjTarget() {}

    /** Told {@code java8 Lambdas strings}, it runs {@code shop.Lambdas.run("strings")} as compiled for Java 8. */
    public static void main(String[] args) throws Exception {
        Console.serve((release, rest) -> {
            String[] words = rest.split(" ");
            Class<?> type = Class.forName("shop." + words[0], true, loader(release));
            System.out.println("did " + type.getMethod("run", String.class).invoke(null, words[1]));
        });
    }

    private static ClassLoader loader(String release) {
        return LOADERS.computeIfAbsent(release, directory -> {
            URL classes = EcjTarget.class.getResource("/" + directory + "/");
            return new URLClassLoader(new URL[] {classes}, EcjTarget.class.getClassLoader());
        });
    }
}
