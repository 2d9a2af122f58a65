/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Sources;
import io.livemark.it.probes.AnyProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reflection, serialization and stack traces see of a marked class is what they see without the agent. */
class DamageIT {

    @TempDir
    Path directory;

    @BeforeEach
    void compile() {
        Sources.compile(
                Sources.write(directory, "Damaged", Sources.resource("Damaged")),
                directory,
                "-parameters",
                "--release",
                "17");
    }

    @ParameterizedTest
    @EnumSource
    void a_marked_class_looks_the_same_before_during_and_after_a_probe(Arrival arrival) {
        List<String> alone;
        try (ForkedJvm target = ForkedJvm.startWithoutAgent("Damaged", List.of(directory))) {
            alone = target.say("describe").lines();
        }
        try (ForkedJvm target = ForkedJvm.start("Damaged", arrival, List.of(directory))) {
            assertEquals(alone, target.say("describe").lines(), "with the agent");
            target.load(AnyProbe.class).exits(0);
            List<String> armed = target.say("describe").lines();
            assertEquals(alone, without(armed), "with a probe");
            assertEquals(
                    List.of(
                            "hit damage.greet [na, 2]",
                            "hit damage.record [o, 1.0]",
                            "hit damage.saved [3]",
                            "hit damage.fail [it must]"),
                    armed.stream().filter(line -> line.startsWith("hit ")).toList());
            target.livemark("unload", "AnyProbe").exits(0);
            assertEquals(alone, target.say("describe").lines(), "after the unload");
            target.livemark("detach").exits(0);
            assertEquals(alone, target.say("describe").lines(), "after the detach");
        }
    }

    private static List<String> without(List<String> armed) {
        return armed.stream().filter(line -> !line.startsWith("hit ")).toList();
    }
}
