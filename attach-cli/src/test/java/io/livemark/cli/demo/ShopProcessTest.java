/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.cli.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopProcessTest {

    @TempDir
    Path directory;

    @Test
    void a_java_that_is_not_there_is_named_with_what_is_needed() {
        String java = directory.resolve("java").toString();
        Problem problem = assertThrows(Problem.class, () -> ShopProcess.start(java));
        assertTrue(problem.getMessage().startsWith("the shop cannot be started: "), problem.getMessage());
        assertTrue(problem.hint().contains(java), problem.hint());
    }

    @Test
    void what_a_jvm_says_that_ends_at_once_is_shown_and_its_directory_is_gone() throws IOException {
        Path said = directory.resolve("said");
        Path java = directory.resolve("java");
        Files.writeString(java, "#!/bin/sh\nfor last; do :; done\necho $last >" + said + "\necho no memory >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        Problem problem = assertThrows(Problem.class, () -> ShopProcess.start(java.toString()));
        assertEquals("the shop cannot be started: its JVM has ended; it said: no memory", problem.getMessage());
        Path given = Path.of(Files.readString(said).strip());
        assertTrue(given.getFileName().toString().startsWith("livemark-demo-"), given.toString());
        assertTrue(Files.notExists(given), given.toString());
    }
}
