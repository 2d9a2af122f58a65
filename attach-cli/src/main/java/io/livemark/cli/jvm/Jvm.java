/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import io.livemark.protocol.Rendezvous;
import java.nio.file.Path;

/**
 * A process on this machine that is, or is taken for, a JVM.
 *
 * @param pid its PID as we see it
 * @param innerPid its PID as it sees it itself; another number inside a container
 * @param uid the user it runs as, as we see him
 * @param innerUid that user as the process sees him; another number inside a user namespace
 * @param root what it takes for {@code /}
 * @param proc its directory in {@code /proc}
 * @param name its main class or the file name of its jar; empty where it shows none
 */
public record Jvm(long pid, long innerPid, int uid, int innerUid, Path root, Path proc, String name) {

    /**
     * Where we see a path that the JVM sees.
     *
     * @param inner an absolute path, as the JVM sees it
     * @return the same file from here
     */
    public Path outside(Path inner) {
        return root.resolve(inner.toString().substring(1));
    }

    /** The directory of agent and socket, as the JVM sees it. */
    Path directory() {
        return Rendezvous.directory(innerUid);
    }

    /** The socket of its agent, as we see it. */
    Path socket() {
        return outside(Rendezvous.socket(innerUid, innerPid));
    }

    /** {@return PID and name, as messages show a JVM} */
    @Override
    public String toString() {
        return name.isEmpty() ? Long.toString(pid) : pid + " (" + name + ")";
    }
}
