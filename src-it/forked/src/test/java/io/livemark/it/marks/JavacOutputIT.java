/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Jdk;
import io.livemark.it.Sources;
import io.livemark.it.probes.AnyProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One program, compiled for several releases of Java: concatenation, nest mates and switches differ in the class file. */
class JavacOutputIT {

    @TempDir
    Path directory;

    static Stream<Arguments> releases() {
        return IntStream.of(8, 11, Jdk.feature())
                .boxed()
                .flatMap(release -> Stream.of(Arrival.values()).map(arrival -> arguments(release, arrival)));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void marks_pass_the_same_values_whatever_javac_made_of_them(int release, Arrival arrival) {
        Path source = Sources.write(directory, "Legacy", Sources.resource("Legacy"));
        Sources.compile(source, directory, "--release", Integer.toString(release));
        try (ForkedJvm target = ForkedJvm.start("Legacy", arrival, List.of(directory))) {
            target.say("run").prints("did a3414[closed]");
            target.load(AnyProbe.class).exits(0);
            target.say("run")
                    .prints(
                            "hit legacy.concat [i=3 l=4 s=s c=c]",
                            "hit legacy.object [none=null]",
                            "hit legacy.joined [a34]",
                            "hit legacy.inner [7]",
                            "hit legacy.nested [7, 14]",
                            "hit legacy.switch [s]",
                            "hit legacy.resource [0]",
                            "hit legacy.finally [[closed]]",
                            "hit legacy.each [closed]",
                            "hit legacy.supplier [lazy 3]",
                            "hit legacy.boxed [3, 4, c, true, 1.5]",
                            "did a3414[closed]");
            target.livemark("unload", "AnyProbe").exits(0);
            target.say("run").prints("did a3414[closed]");
        }
    }
}
