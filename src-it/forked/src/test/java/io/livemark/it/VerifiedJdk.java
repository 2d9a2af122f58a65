/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The JDK's own classes, verified once. With {@code -Xverify:all} the JVM leaves the archive aside that came with the JDK, since
 * nobody verified what is in there, and then verifies hundreds of classes at each start, which are not under test. So the tests
 * make an archive of their own, with that option on.
 */
final class VerifiedJdk {

    /** JDK 25 complains about such an archive where an agent is there from the start, and hardly needs it. */
    private static final int LAST = 17;

    private static final List<String> OPTIONS = Jdk.feature() <= LAST
            ? List.of("-Xverify:all", "-XX:SharedArchiveFile=" + make())
            : List.of("-Xverify:all");

    private VerifiedJdk() {}

    /** {@return the options of a JVM that verifies everything, of which only what is not the JDK's is left to verify} */
    static List<String> options() {
        return OPTIONS;
    }

    private static Path make() {
        Path archive = Build.testClasses().resolveSibling("verified-jdk-" + Jdk.feature() + ".jsa");
        if (Files.exists(archive)) {
            return archive;
        }
        try {
            // Written beside and moved, so that no JVM ever reads half of one.
            Path draft =
                    Files.createTempDirectory(archive.getParent(), "archive").resolve("jdk.jsa");
            Child.start(List.of(Jdk.tool("java"), "-Xshare:dump", "-Xverify:all", "-XX:SharedArchiveFile=" + draft))
                    .exits(0);
            Files.move(draft, archive);
            Files.delete(draft.getParent());
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
