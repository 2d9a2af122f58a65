/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.stress;

import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.Jdk;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs jcstress, which forks JVMs with the engine in them. {@code -Dlivemark.stress.millis=60000} makes it long. */
class GuaranteesIT {

    /** A line of a table of results: an outcome, how often it was seen, what was expected of it. */
    private static final Pattern SEEN = Pattern.compile("\\b(Acceptable|Forbidden)\\b");

    @ParameterizedTest
    @ValueSource(classes = {AfterDrained.class, AroundClose.class, AcrossFlips.class, GuardAndTarget.class})
    void jcstress_sees_no_forbidden_outcome_of(Class<?> test) throws Exception {
        Path output = Files.createDirectories(Path.of(System.getProperty("livemark.stress.output")));
        String engine = "--patch-module java.base=" + System.getProperty("livemark.bridge.classes")
                + " --add-opens java.base/java.lang=ALL-UNNAMED";
        Child jcstress = Child.start(List.of(
                Jdk.tool("java"),
                "-cp",
                classPath(),
                "org.openjdk.jcstress.Main",
                "-v",
                "-t",
                test.getName(),
                "-jvmArgs",
                engine,
                "-sc",
                "false",
                "-af",
                "NONE",
                // Small: each probe of a state is loaded before the actors come, and all are on one marker.
                "-strideSize",
                "4",
                "-strideCount",
                "1",
                "-time",
                System.getProperty("livemark.stress.millis"),
                "-iters",
                System.getProperty("livemark.stress.iterations"),
                "-f",
                System.getProperty("livemark.stress.forks"),
                "-r",
                output.toString()));
        if (jcstress.exitCode(patience()) != 0) {
            throw jcstress.failure("jcstress saw what must not be");
        }
        jcstress.out().stream().filter(SEEN.asPredicate()).forEach(System.out::println);
    }

    private static String classPath() throws URISyntaxException {
        return String.join(
                File.pathSeparator,
                Build.dependency("jcstress-core").get(0).toString(),
                Build.dependency("jopt-simple").get(0).toString(),
                Build.dependency("jna").get(0).toString(),
                Build.agentJar().toString(),
                Build.apiJar().toString(),
                own().toString());
    }

    private static Path own() throws URISyntaxException {
        return Path.of(GuaranteesIT.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    /** Thrice what it is told to take, and what JVMs need to start. */
    private static Duration patience() {
        return Duration.ofMillis(3 * Long.getLong("livemark.stress.millis"))
                .multipliedBy(
                        Integer.getInteger("livemark.stress.iterations") * Integer.getInteger("livemark.stress.forks"))
                .plusMinutes(2);
    }
}
