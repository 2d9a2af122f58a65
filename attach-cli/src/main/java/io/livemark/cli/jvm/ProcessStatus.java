/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The lines of {@code /proc/<pid>/status} that matter here.
 *
 * @param uid the effective user
 * @param innerPid the PID in the innermost namespace of the process
 * @param state the letter for what it does: {@code R} runs, {@code S} sleeps, {@code T} is stopped
 * @param caughtSignals a bit for each signal that has a handler, signal 1 being the lowest
 */
record ProcessStatus(int uid, long innerPid, char state, long caughtSignals) {

    private static final int SIGQUIT = 3;

    static ProcessStatus of(Path proc) throws IOException {
        String status = Files.readString(proc.resolve("status"));
        return new ProcessStatus(
                Integer.parseInt(field(status, "\nUid:", 1)),
                Long.parseLong(field(status, "\nNSpid:", Integer.MAX_VALUE)),
                field(status, "\nState:", 0).charAt(0),
                Long.parseUnsignedLong(field(status, "\nSigCgt:", 0), 16));
    }

    /** Whether it was stopped, by SIGSTOP or by a debugger, and answers nobody. */
    boolean isStopped() {
        return state == 'T' || state == 't';
    }

    /** Whether SIGQUIT, with which an attach begins, is handled. Where it is not, it ends the process. */
    boolean catchesQuit() {
        return (caughtSignals & 1L << (SIGQUIT - 1)) != 0;
    }

    /** The n-th value after a key, or the last where there are fewer. */
    private static String field(String status, String key, int n) throws IOException {
        int at = status.indexOf(key);
        if (at < 0) {
            throw new IOException("no " + key.trim() + " in the status of the process");
        }
        int end = status.indexOf('\n', at + 1);
        int from = at + key.length() + 1;
        for (int i = 0; i < n; i++) {
            int tab = status.indexOf('\t', from);
            if (tab < 0 || tab > end) {
                break;
            }
            from = tab + 1;
        }
        int tab = status.indexOf('\t', from);
        return status.substring(from, tab < 0 || tab > end ? end : tab);
    }
}
