/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.suite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.behaviour.Programs;
import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuitesIT {

    /** The packages that the builds of the libraries open to their tests, and one language for all. */
    private static final String[] OPTIONS = {
        "-Xmx1g",
        "-Duser.language=en",
        "-Duser.country=US",
        "-Duser.timezone=UTC",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
        "--add-opens=java.base/java.text=ALL-UNNAMED",
        "--add-opens=java.base/java.time=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--add-opens=java.base/java.util.regex=ALL-UNNAMED"
    };

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"commons-codec, livemark.suite.codec, 500", "commons-lang3, livemark.suite.lang, 500"})
    void the_tests_of_a_library_end_alike_whatever_is_loaded(String artifact, String wanted, int atLeast) {
        Suite suite = new Suite(artifact, System.getProperty(wanted));
        MarkingJar marking = new MarkingJar();
        Path marked = marking.write(suite.library, directory.resolve(artifact + "-marked.jar"));
        assertTrue(marking.inserted() > 1_000, () -> "only " + marking.inserted() + " marks");

        List<String> original = alone(suite, suite.library);
        long passed =
                original.stream().filter(line -> line.endsWith(" SUCCESSFUL")).count();
        assertTrue(passed > atLeast, () -> "only " + passed + " passed:\n" + String.join("\n", original));

        same("marked", original, alone(suite, marked));
        same("marked, with the agent", original, woven(suite, marked, false));
        same("marked, with a probe", original, woven(suite, marked, true));
        System.out.println(artifact + ": " + marking.inserted() + " marks, " + original.size() + " results, " + passed
                + " successful");
    }

    private static List<String> alone(Suite suite, Path library) {
        try (ForkedJvm jvm = ForkedJvm.startWithoutAgent(
                SuiteTarget.class.getName(), suite.classPath(library, Programs.testClasses()), OPTIONS)) {
            return suite.run(jvm);
        }
    }

    private static List<String> woven(Suite suite, Path library, boolean armed) {
        try (ForkedJvm jvm = ForkedJvm.start(
                SuiteTarget.class.getName(),
                Arrival.AT_START,
                suite.classPath(library, Programs.testClasses()),
                OPTIONS)) {
            if (armed) {
                String file = CountingProbe.class.getName().replace('.', '/') + ".class";
                jvm.livemark("load", Programs.testClasses().resolve(file)).exits(0);
            }
            List<String> results = suite.run(jvm);
            long hits = Long.parseLong(jvm.say("hits").line());
            assertTrue(armed ? hits > 10_000 : hits == 0, () -> hits + " hits");
            return results;
        }
    }

    private static void same(String how, List<String> expected, List<String> actual) {
        if (!expected.equals(actual)) {
            List<String> lost =
                    expected.stream().filter(line -> !actual.contains(line)).toList();
            List<String> found =
                    actual.stream().filter(line -> !expected.contains(line)).toList();
            throw new AssertionError(how + "\n- " + String.join("\n- ", lost) + "\n+ " + String.join("\n+ ", found));
        }
    }
}
