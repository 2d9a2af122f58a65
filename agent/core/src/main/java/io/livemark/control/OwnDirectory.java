/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/** A directory below {@code /tmp} that only its owner may enter. */
final class OwnDirectory {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private OwnDirectory() {}

    /** Makes it, or makes sure that it is ours: in {@code /tmp} anybody may have made it before us. */
    static void ensure(Path directory, int uid) throws IOException {
        try {
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            Map<String, Object> found =
                    Files.readAttributes(directory, "unix:uid,permissions,isDirectory", LinkOption.NOFOLLOW_LINKS);
            if (!found.get("uid").equals(uid)
                    || !found.get("permissions").equals(OWNER_ONLY)
                    || !found.get("isDirectory").equals(true)) {
                throw new IOException(
                        directory + " exists, but is not a directory that only user " + uid + " may enter");
            }
        }
    }
}
