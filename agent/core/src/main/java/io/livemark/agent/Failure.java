/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.agent;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why the agent did not start. Loaded by the system loader, so it names no other class of ours. */
final class Failure {

    private Failure() {}

    /** What went wrong, without the reflection around it. */
    static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof InvocationTargetException wrapper && wrapper.getCause() != null) {
            cause = wrapper.getCause();
        }
        return cause.toString();
    }

    /** Writes the reason beside the place of the socket, where the client looks when the socket does not come. */
    static void tell(Throwable thrown) {
        try {
            Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            Path file = Path.of("/tmp/.livemark-" + uid, ProcessHandle.current().pid() + ".failed");
            Files.writeString(file, reason(thrown));
        } catch (IOException | RuntimeException e) {
            // The client will still see that there is no socket; nothing may be printed here.
        }
    }
}
