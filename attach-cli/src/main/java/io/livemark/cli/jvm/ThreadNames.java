/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The threads of a process, as {@code /proc/<pid>/task} names them. */
final class ThreadNames {

    private ThreadNames() {}

    /** Whether there is a thread of a name, which has at most 15 characters; not where that cannot be seen. */
    static boolean has(Path proc, String name) {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(proc.resolve("task"))) {
            for (Path thread : threads) {
                if (is(thread, name)) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false;
        }
        return false;
    }

    private static boolean is(Path thread, String name) {
        try {
            return Files.readString(thread.resolve("comm")).trim().equals(name);
        } catch (IOException e) {
            // It has ended.
            return false;
        }
    }
}
