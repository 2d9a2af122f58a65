/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks in class files that others wrote, woven by the agent and verified by the JVM; those of Maven Central, and the JDK's. */
class CorpusIT {

    @TempDir
    Path directory;

    @Test
    void whatever_the_class_file_it_is_verified_as_before_and_only_sites_are_changed() throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of(Fork.property("livemark.corpus.jars"), Fork.property("livemark.corpus.modules")));
        arguments.addAll(corpus());
        Fork.Said said = Fork.run(directory, arguments);
        List<String> complaints =
                said.lines().stream().filter(line -> line.startsWith("FINDING")).toList();
        assertEquals(List.of(), complaints);
        assertEquals(0, said.code(), () -> "the JVM said: " + said.lines());
        assertEquals(List.of(), warnings());
    }

    @Test
    void the_corpus_is_what_it_is_said_to_be() {
        assertTrue(corpus().size() >= 30, () -> "jars: " + corpus());
    }

    /** Every jar that Maven gives to this test, those of the tests themselves included, but our own. */
    private static List<String> corpus() {
        return Fork.classPath().stream()
                .filter(path -> path.toString().endsWith(".jar")
                        && !path.getFileName().toString().startsWith("livemark"))
                .map(Path::toString)
                .toList();
    }

    private List<String> warnings() throws IOException {
        Path log = directory.resolve("agent.log");
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .toList();
    }
}
