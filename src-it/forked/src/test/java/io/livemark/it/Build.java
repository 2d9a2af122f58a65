/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Where the build put what is under test; the pom says it in system properties. */
public final class Build {

    private Build() {}

    /** {@return the directory of the whole project} */
    public static Path root() {
        return path("livemark.root");
    }

    /** {@return the agent, shaded} */
    public static Path agentJar() {
        return path("livemark.agent.jar");
    }

    /** {@return the command line, shaded} */
    public static Path cliJar() {
        return path("livemark.cli.jar");
    }

    /** {@return what users call to run the command line} */
    public static Path launcher() {
        return root().resolve("attach-cli/bin/livemark");
    }

    /** {@return what applications and probes are compiled against} */
    public static Path apiJar() {
        return path("livemark.api.jar");
    }

    /** {@return the directory of the classes of these tests, targets and probes included} */
    public static Path testClasses() {
        try {
            return Path.of(Build.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** {@return the class file of a class of these tests} */
    public static Path classFile(Class<?> type) {
        return testClasses().resolve(type.getName().replace('.', '/') + ".class");
    }

    /** {@return the jars on the class path of the tests whose name starts so} */
    public static List<Path> dependency(String prefix) {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().startsWith(prefix))
                .toList();
    }

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new AssertionError("system property " + property + " is not set: run these tests through Maven");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
