/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.compilers;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Texts that a person has read and found right. */
final class KnownText {

    private static final Path KNOWN = Path.of("src/test/snapshots/compilers");
    private static final Path NEW = Path.of("target/snapshots/compilers");

    private KnownText() {}

    /** {@return the lines that a person has read} */
    static List<String> lines(String name) {
        try {
            Path file = KNOWN.resolve(name + ".txt");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the lines are others, they are left in {@code target/snapshots} for a person to copy. */
    static void compare(String name, List<String> lines) {
        try {
            List<String> known = lines(name);
            if (!known.equals(lines)) {
                Path written = NEW.resolve(name + ".txt");
                Files.createDirectories(written.getParent());
                Files.write(written, lines);
                fail(KNOWN.resolve(name + ".txt") + " differs from what is now in " + written + "\nmissing:\n"
                        + left(known, lines) + "\nnew:\n" + left(lines, known));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String left(List<String> lines, List<String> without) {
        List<String> left = new ArrayList<>(lines);
        without.forEach(left::remove);
        return String.join("\n", left);
    }
}
