/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import io.livemark.cli.problem.Unreachable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * The directory where client and agent meet. {@code /tmp} is everybody's: whoever makes the directory first could be
 * anybody, so it is used only where it is the target's own.
 */
final class Directory {

    private static final int GROUP_AND_OTHERS = 0077;
    private static final int TYPE = 0170000;
    private static final int IS_DIRECTORY = 0040000;

    private Directory() {}

    /**
     * Whether it is there.
     *
     * @throws Unreachable where there is something that only looks like it
     */
    static boolean isThere(Jvm jvm) throws Unreachable {
        Path directory = jvm.outside(jvm.directory());
        try {
            Map<String, Object> found = attributes(directory);
            if (((int) found.get("mode") & TYPE) != IS_DIRECTORY) {
                throw unsafe(directory, "is no directory");
            } else if ((int) found.get("uid") != jvm.uid()) {
                throw unsafe(directory, "belongs to user " + found.get("uid") + ", not to the JVM's, " + jvm.uid());
            } else if (((int) found.get("mode") & GROUP_AND_OTHERS) != 0) {
                throw unsafe(directory, "is open to other users");
            }
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new Unreachable("cannot look at " + directory + ": " + e.getMessage(), "");
        }
    }

    /** Makes it where it is missing, for the user of the JVM; returns it as we see it. */
    static Path make(Jvm jvm) throws Unreachable {
        Path directory = jvm.outside(jvm.directory());
        if (isThere(jvm)) {
            return directory;
        }
        try {
            refuseLink(jvm, directory.getParent());
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if ((int) attributes(directory).get("uid") != jvm.uid()) {
                // We are root. Nobody can have put a link in its place: it was ours, in a directory with the sticky
                // bit.
                Files.setAttribute(directory, "unix:uid", jvm.uid(), LinkOption.NOFOLLOW_LINKS);
            }
        } catch (FileAlreadyExistsException e) {
            // Another command, or the agent, was faster: the check below tells who.
        } catch (IOException e) {
            throw new Unreachable("cannot create " + directory + ": " + e, "the JVM's user must be able to");
        }
        if (!isThere(jvm)) {
            throw new Unreachable(directory + " was taken away", "try again");
        }
        return directory;
    }

    /** In a container {@code /tmp} may be a link, which would lead us to a place outside it. */
    private static void refuseLink(Jvm jvm, Path tmp) throws Unreachable {
        if (jvm.root().getNameCount() > 0 && Files.isSymbolicLink(tmp)) {
            throw unsafe(tmp, "is a symbolic link inside another mount namespace");
        }
    }

    private static Map<String, Object> attributes(Path path) throws IOException {
        return Files.readAttributes(path, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
    }

    private static Unreachable unsafe(Path path, String why) {
        return new Unreachable(
                path + " " + why + ", so it is not used", "see who made it and remove it: ls -ld " + path);
    }
}
