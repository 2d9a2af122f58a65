/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.hazards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Jdk;
import io.livemark.it.LivemarkHere;
import io.livemark.it.Sources;
import io.livemark.it.probes.AnyProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A redefinition that the JVM refuses after our transformer has seen it, and one that it takes. */
class RefusedIT {

    @TempDir
    static Path directory;

    private static Path refused;
    private static Path taken;

    /** Each a JVM of its own. */
    @BeforeAll
    static void compile() throws IOException {
        compile("first", "");
        refused = compile("refused", "int added;");
        taken = compile("taken", "");
    }

    private static Path compile(String marker, String member) throws IOException {
        Path folder = Files.createDirectory(directory.resolve(marker));
        String source = "public class Swapped implements Runnable { " + member + " public void run() {"
                + " System.out.println(\"runs " + marker + "\"); io.livemark.Mark.mark(\"swap." + marker + "\"); } }";
        Sources.compile(Sources.write(folder, "Swapped", source), folder, "--release", "17");
        return folder.resolve("Swapped.class");
    }

    private ForkedJvm start(Arrival arrival) {
        return ForkedJvm.start(
                RefusedTarget.class.getName(),
                arrival,
                List.of(directory.resolve("first")),
                Instruments.option(directory));
    }

    @ParameterizedTest
    @EnumSource
    void the_sites_are_those_of_the_version_that_runs(Arrival arrival) {
        try (ForkedJvm target = start(arrival)) {
            LivemarkHere livemark = LivemarkHere.on(target);
            livemark.load(AnyProbe.class).exits(0);
            target.say("run").prints("runs first", "hit swap.first []");
            target.say("redefine " + refused).prints("refused");
            assertEquals(List.of("swap.first"), livemark.list().markers());
            target.say("run").prints("runs first", "hit swap.first []");
            target.say("redefine " + taken).prints("redefined");
            target.say("run").prints("runs taken", "hit swap.taken []");
            assertEquals(List.of("swap.taken"), livemark.list().markers());
            assertEquals(List.of("guarded"), livemark.list("--sites").forms("swap.taken"));
            target.say("run").prints("runs taken", "hit swap.taken []");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_class_that_no_probe_has_needed_is_reached_as_it_is_after_that(Arrival arrival) {
        try (ForkedJvm target = start(arrival)) {
            LivemarkHere livemark = LivemarkHere.on(target);
            assertEquals(List.of("swap.first"), livemark.list().markers());
            target.say("redefine " + refused).prints("refused");
            livemark.load(AnyProbe.class).exits(0);
            target.say("run").prints("runs first", "hit swap.first []");
            livemark.run("unload", "--all").exits(0);
            target.say("redefine " + taken).prints("redefined");
            assertEquals(List.of("swap.taken"), livemark.list().markers());
            livemark.load(AnyProbe.class).exits(0);
            target.say("run").prints("runs taken", "hit swap.taken []");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_detach_does_not_undo_a_redefinition(Arrival arrival) {
        try (ForkedJvm target = start(arrival)) {
            LivemarkHere livemark = LivemarkHere.on(target);
            livemark.load(AnyProbe.class).exits(0);
            target.say("redefine " + taken).prints("redefined");
            target.say("run").prints("runs taken", "hit swap.taken []");
            livemark.run("detach").exits(0).says(Jdk.feature() < 20 ? "JDK-7124710" : "1 class restored");
            target.say("run").prints("runs taken");
        }
    }
}
