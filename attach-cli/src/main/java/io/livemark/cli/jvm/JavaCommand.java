/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.jvm;

import java.util.Set;

/**
 * The command line of a JVM, as {@code /proc/<pid>/cmdline} has it.
 *
 * <p>Preferred to the JDK's own list of JVMs, since that one leaves out every JVM with
 * {@code -XX:+DisableAttachMechanism} or {@code -XX:-UsePerfData}, which may hold the agent all the same; and since it
 * takes longer than all the rest of a command.
 */
final class JavaCommand {

    /** The options of the launcher whose value is the next word. */
    private static final Set<String> WITH_VALUE = Set.of(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--add-exports",
            "--add-opens",
            "--add-reads",
            "--limit-modules",
            "--patch-module",
            "--enable-native-access",
            "--source",
            "-d",
            "--describe-module");

    private JavaCommand() {}

    /**
     * The main class, the file name of the jar, or {@code module/class}; the program where that is not {@code java}; empty
     * where the words may be in an {@code @file}.
     */
    static String name(String cmdline) {
        String[] words = words(cmdline);
        String program = words[0].substring(words[0].lastIndexOf('/') + 1);
        if (!program.equals("java")) {
            return program;
        }
        boolean unsure = false;
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            if (word.equals("-jar") || word.equals("-m") || word.equals("--module")) {
                return i + 1 < words.length ? fileName(words[i + 1]) : "";
            } else if (word.startsWith("--module=")) {
                return word.substring("--module=".length());
            } else if (WITH_VALUE.contains(word)) {
                i++;
            } else if (word.startsWith("@")) {
                unsure = true;
            } else if (!word.startsWith("-")) {
                // After an @file, which may have named the main class, this may be an argument of it.
                return unsure ? "" : fileName(word);
            }
        }
        return "";
    }

    /** Whether the JVM was started with this option, as far as the command line shows. */
    static boolean has(String cmdline, String option) {
        for (String word : words(cmdline)) {
            if (word.equals(option)) {
                return true;
            }
        }
        return false;
    }

    private static String[] words(String cmdline) {
        return cmdline.split("\0");
    }

    /** A jar by its file name, a class as it is. */
    static String fileName(String word) {
        boolean file = word.endsWith(".jar") || word.endsWith(".java") || word.endsWith(".war");
        return file ? word.substring(word.lastIndexOf('/') + 1) : word;
    }
}
