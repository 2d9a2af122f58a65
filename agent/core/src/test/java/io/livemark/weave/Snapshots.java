/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Texts that a person has read and found right. */
final class Snapshots {

    static final Path KNOWN = Path.of("src/test/snapshots");
    private static final Path NEW = Path.of("target/snapshots");

    private Snapshots() {}

    static void compare(String folder, String name, String text) throws IOException {
        Path file = Path.of(folder, name + ".txt");
        String known = Files.exists(KNOWN.resolve(file)) ? Files.readString(KNOWN.resolve(file)) : "";
        if (!known.equals(text)) {
            Path written = NEW.resolve(file);
            Files.createDirectories(written.getParent());
            Files.writeString(written, text);
            fail(KNOWN.resolve(file) + " differs from what is now in " + written + "\n"
                    + diff(known.lines().toList(), text.lines().toList()));
        }
    }

    /** By the longest common sequence of lines. */
    private static String diff(List<String> known, List<String> now) {
        int[][] common = new int[known.size() + 1][now.size() + 1];
        for (int i = known.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = known.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < known.size() || j < now.size()) {
            if (i < known.size() && j < now.size() && known.get(i).equals(now.get(j))) {
                lines.add("  " + known.get(i++));
                j++;
            } else if (j == now.size() || i < known.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add("- " + known.get(i++));
            } else {
                lines.add("+ " + now.get(j++));
            }
        }
        return String.join("\n", lines);
    }
}
