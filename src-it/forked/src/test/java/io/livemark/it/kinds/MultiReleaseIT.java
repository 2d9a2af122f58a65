/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.kinds;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Jdk;
import io.livemark.it.Sources;
import io.livemark.it.probes.AnyProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A jar with three versions of a class, each with marks of its own: those of the one that the JVM loads are there. */
@HoweverTheAgentComes
class MultiReleaseIT {

    @TempDir
    static Path directory;

    private static Path jar;

    @Parameter
    Arrival arrival;

    @BeforeAll
    static void write() {
        jar = Jar.write(
                directory.resolve("versions.jar"),
                Map.of(
                        "",
                        compiled("base"),
                        "META-INF/versions/17/",
                        compiled("17"),
                        "META-INF/versions/25/",
                        compiled("25")),
                true);
    }

    @Test
    void the_marks_are_those_of_the_version_for_this_release() {
        Marks marks = marksOf(Jdk.feature() < 25 ? "17" : "25");
        try (ForkedJvm target = marks.start(arrival, List.of(jar))) {
            marks.areListedAndHit(target, arrival);
            marks.areLeft(target);
        }
    }

    @Test
    void the_marks_are_those_of_the_base_where_versions_are_switched_off() {
        Marks marks = marksOf("base");
        try (ForkedJvm target = marks.start(arrival, List.of(jar), "-Djdk.util.jar.enableMultiRelease=false")) {
            target.load(AnyProbe.class).exits(0);
            marks.areHit(target);
        }
    }

    private static Marks marksOf(String version) {
        return new Marks("Versioned", version)
                .with("version." + version, "guarded", version)
                .with("version.all", "evaluated", version);
    }

    private static Path compiled(String version) {
        Path classes = directory.resolve(version);
        String source = Sources.resource("kinds/Versioned").replace("VERSION", version);
        Sources.compile(Sources.write(directory, "Versioned", source), classes);
        return classes;
    }
}
