/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Loads as many of the JDK's classes as it is told to. */
final class ManyClassesTarget {

    private ManyClassesTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            int loaded = load(Integer.parseInt(argument));
            mark("many.loaded count={}", loaded);
            System.out.println(loaded);
        });
    }

    private static int load(int count) throws Exception {
        List<String> names;
        try (Stream<Path> files =
                Files.walk(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules"))) {
            names = files.map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> file.substring(file.indexOf('/', "/modules/".length()) + 1, file.length() - 6))
                    .map(file -> file.replace('/', '.'))
                    .toList();
        }
        int loaded = 0;
        for (String name : names) {
            if (loaded == count) {
                break;
            }
            try {
                Class.forName(name, false, ClassLoader.getPlatformClassLoader());
                loaded++;
            } catch (ClassNotFoundException | LinkageError e) {
                // Of a module that is not resolved; there are others.
            }
        }
        return loaded;
    }
}
