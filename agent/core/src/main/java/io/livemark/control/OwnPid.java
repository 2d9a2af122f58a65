/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The PID of this JVM, as it sees it itself. {@link ProcessHandle} tells it too, but makes the executor of all processes for that, and
 * what the JVM has to link for it: memory, in each program that has the agent.
 */
final class OwnPid {

    private static final String FIELD = "\nNSpid:";
    private static final int MOST = 8_192;

    private OwnPid() {}

    static long get() {
        try (InputStream status = new FileInputStream("/proc/self/status")) {
            return innermost(new String(status.readNBytes(MOST), StandardCharsets.ISO_8859_1));
        } catch (IOException | RuntimeException e) {
            return ProcessHandle.current().pid();
        }
    }

    /**
     * @param status of a process, as {@code /proc} has it
     * @return the last of its PIDs: the others are those in the namespaces around its own
     * @throws RuntimeException where there is none, as before Linux 4.1
     */
    static long innermost(String status) {
        int field = status.indexOf(FIELD);
        String pids = status.substring(field, status.indexOf('\n', field + FIELD.length()));
        return Long.parseLong(pids.substring(pids.lastIndexOf('\t') + 1));
    }
}
