/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Listing;
import io.livemark.it.Sources;
import io.livemark.it.probes.AnyProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Class files without invokedynamic: 45 to 49 have no frames either, 50 has. */
class OldClassFileIT {

    private static final int MAJOR = 7;
    private static final int JAVA_6 = 50;

    @TempDir
    Path directory;

    static Stream<Arguments> versions() {
        return IntStream.of(45, 48, 49, JAVA_6)
                .boxed()
                .flatMap(version -> Stream.of(Arrival.values()).map(arrival -> arguments(version, arrival)));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void marks_are_flags_and_pass_what_the_source_says(int version, Arrival arrival) {
        compile(version);
        try (ForkedJvm target = ForkedJvm.start("Aged", arrival, List.of(directory))) {
            target.say("run").prints("did next next ");
            target.load(AnyProbe.class).exits(0);
            target.say("run")
                    .prints(
                            "hit aged.loop [0, 7, s0]",
                            "hit aged.effect [5]",
                            "hit aged.loop [1, 7, s1]",
                            "hit aged.effect [10]",
                            "hit aged.condition [7, 1.5, s, 2, 3, aged]",
                            "hit aged.caught [java.lang.NullPointerException]",
                            "hit aged.asked []",
                            "hit aged.label []",
                            "did next next ");
            Listing listing = target.list("--sites");
            for (String flag : List.of("loop", "effect", "condition", "caught", "size")) {
                assertEquals(List.of("flag"), listing.forms("aged." + flag), flag);
            }
            assertEquals(
                    "no invokedynamic in a class file of version " + version + "; calls Aged.next",
                    listing.sites("aged.effect").get(0).get("reason"));
            assertEquals(
                    "a long, b double, c java.lang.String, d int, e int, f java.lang.String",
                    listing.fields("aged.condition"));
            target.livemark("unload", "AnyProbe").exits(0);
            target.say("run").prints("did next next ");
        }
    }

    @Test
    void a_disarmed_flag_is_compiled_to_the_size_of_the_method_without_it() {
        compile(JAVA_6);
        try (ForkedJvm target = ForkedJvm.start(
                CompiledSizeTarget.class.getName(),
                Arrival.AT_START,
                List.of(directory),
                "-Xbatch",
                "-XX:CompileCommand=quiet",
                "-XX:CompileCommand=dontinline,Aged::*")) {
            assertEquals(
                    target.say("old plain").line(), target.say("old marked").line());
        }
    }

    private void compile(int version) {
        Path source = Sources.write(directory, "Aged", Sources.resource("Aged"));
        Sources.compile(source, directory, "--release", "8");
        for (String name : List.of("Aged.class", "Aged$1.class")) {
            try {
                Path file = directory.resolve(name);
                byte[] bytes = Files.readAllBytes(file);
                bytes[MAJOR] = (byte) version;
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
