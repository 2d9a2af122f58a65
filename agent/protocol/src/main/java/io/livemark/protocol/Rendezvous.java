/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

import java.nio.file.Path;

/**
 * Where client and agent meet: a socket in a directory that only the user of the JVM may enter.
 *
 * <p>Always below {@code /tmp}, as the JVM's own attach socket is: {@code java.io.tmpdir} may differ between the two ends.
 * A client outside the target's mount namespace puts {@code /proc/<pid>/root} in front and uses the PID that the target
 * itself sees.
 */
public final class Rendezvous {

    /**
     * The thread on which an agent starts that came with the JVM; it ends before there is a socket only where there will be none.
     * The kernel cuts names off behind 15 characters.
     */
    public static final String STARTING = "livemark-start";

    private Rendezvous() {}

    /**
     * The directory for the sockets of one user, mode 0700.
     *
     * @param uid the numeric ID of the user that the JVM runs as
     * @return an absolute path, as the target sees it
     */
    public static Path directory(int uid) {
        return Path.of("/tmp/.livemark-" + uid);
    }

    /**
     * The socket of one JVM.
     *
     * @param uid the numeric ID of the user that the JVM runs as
     * @param pid the PID of the JVM, as it sees it itself
     * @return an absolute path, as the target sees it
     */
    public static Path socket(int uid, long pid) {
        return directory(uid).resolve(pid + ".sock");
    }

    /**
     * Where an agent that was attached, but could not start, has written the reason. The client removes the file.
     *
     * @param uid the numeric ID of the user that the JVM runs as
     * @param pid the PID of the JVM, as it sees it itself
     * @return an absolute path, as the target sees it
     */
    public static Path failure(int uid, long pid) {
        return directory(uid).resolve(pid + ".failed");
    }
}
