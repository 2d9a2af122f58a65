/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/**
 * The target's end of the talk with {@link ForkedJvm}: says {@code ready}, then reads commands, one a line, carries each
 * out on the main thread and says {@code done}. Ends at {@code exit} or at the end of its input.
 */
public final class Console {

    /** What a target can do. */
    @FunctionalInterface
    public interface Commands {
        /** Carries out one command; its first word and the rest. */
        void run(String command, String argument) throws Throwable;
    }

    private Console() {}

    /** Serves until told to end. */
    public static void serve(Commands commands) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        System.out.println("ready");
        for (String line = in.readLine(); line != null && !line.equals("exit"); line = in.readLine()) {
            int space = line.indexOf(' ');
            try {
                commands.run(space < 0 ? line : line.substring(0, space), space < 0 ? "" : line.substring(space + 1));
            } catch (Throwable e) {
                System.out.println("threw " + e);
                e.printStackTrace();
            }
            System.out.println("done");
        }
    }
}
