/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;

/** Who may command this JVM: its own user, and root. The directory of the socket keeps others out already. */
final class Peer {

    private final UserPrincipal owner;
    private final UserPrincipal root;

    private Peer(UserPrincipal owner, UserPrincipal root) {
        this.owner = owner;
        this.root = root;
    }

    static Peer ofThisProcess() throws IOException {
        return new Peer(Files.getOwner(Path.of("/proc/self")), Files.getOwner(Path.of("/")));
    }

    boolean mayCommand(SocketChannel client) throws IOException {
        try {
            UserPrincipal user =
                    client.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
            return user.equals(owner) || user.equals(root);
        } catch (UnsupportedOperationException | NoClassDefFoundError e) {
            // A runtime image without jdk.net cannot tell; there the directory has to do.
            return true;
        }
    }
}
