/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/** What {@code /proc/<pid>/uid_map} tells: how a user of ours is called inside the user namespace of a process. */
final class UidMap {

    private UidMap() {}

    static int inner(Path proc, int uid) {
        try {
            // Lines of three numbers: first user inside, first user outside, how many.
            StringTokenizer numbers = new StringTokenizer(Files.readString(proc.resolve("uid_map")));
            while (numbers.countTokens() >= 3) {
                long inside = Long.parseLong(numbers.nextToken());
                long outside = Long.parseLong(numbers.nextToken());
                long count = Long.parseLong(numbers.nextToken());
                if (uid >= outside && uid < outside + count) {
                    return (int) (inside + uid - outside);
                }
            }
        } catch (IOException | NumberFormatException e) {
            // A kernel without user namespaces: everybody is called the same everywhere.
        }
        return uid;
    }
}
