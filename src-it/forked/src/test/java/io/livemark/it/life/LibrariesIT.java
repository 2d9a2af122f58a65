/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A probe that brings helpers and a library, of which the application has another version. */
class LibrariesIT {

    private static final String LIBRARY = """
            package lib;
            public class Library {
                public interface Service { String name(); }
                public static class Provided implements Service {
                    @Override public String name() { return "provided by VERSION"; }
                }
                public static String version() { return "VERSION"; }
                public static String text() throws java.io.IOException {
                    try (java.io.InputStream in = Library.class.getResourceAsStream("deep/text.txt")) {
                        return new String(in.readAllBytes(), "UTF-8");
                    }
                }
            }
            """;

    private static final String PROBE = """
            package lib;
            public class Using {
                @io.livemark.Probe("life.turn")
                void turn(int n) throws Exception {
                    System.out.println(Library.version() + ", " + Library.text() + ", "
                            + new String(getClass().getResource("/lib/deep/text.txt").openStream().readAllBytes(), "UTF-8"));
                    ClassLoader own = getClass().getClassLoader();
                    java.util.ServiceLoader.load(Library.Service.class, own)
                            .forEach(service -> System.out.println(service.name()));
                    System.out.println(Helper.help(n));
                }
            }
            class Helper {
                static int help(int n) { return n + 1; }
            }
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void what_it_brings_comes_before_what_the_application_has_and_leaves_that_alone(Arrival arrival) {
        Path application = library("application");
        Path probe = library("probe");
        Sources.compile(Sources.write(directory, "Using", PROBE), probe, List.of(probe), "-implicit:none");
        try (ForkedJvm target = ForkedJvm.start(LifeTarget.class.getName(), arrival, List.of(application))) {
            target.livemark("load", probe).exits(0);
            target.say("turn 1").prints("probe, text of probe, text of probe", "provided by probe", "2", "did 1");
            target.livemark("unload", "Using").exits(0).says("1 delivery, 0 exceptions");
        }
    }

    private Path library(String version) {
        Path into = directory.resolve(version);
        Sources.compile(Sources.write(directory, "Library", LIBRARY.replace("VERSION", version)), into);
        write(into.resolve("lib/deep/text.txt"), "text of " + version);
        write(into.resolve("META-INF/services/lib.Library$Service"), "lib.Library$Provided");
        return into;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
