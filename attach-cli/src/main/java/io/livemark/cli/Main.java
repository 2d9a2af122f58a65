/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.jvm.ProcJvms;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Where the command line begins and ends. */
public final class Main {

    private Main() {}

    /**
     * Runs one command and ends the JVM with its exit code.
     *
     * @param args the words of the command line
     */
    public static void main(String... args) {
        // UTF-8 whatever the locale: in the C locale Java would print a question mark for each letter of the
        // application's data.
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(Characters.areUtf8() ? run(out, err, args) : plainly(out, Characters.plain(err), args));
    }

    private static int plainly(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commands = Commands.of(new ProcJvms(), out, err, args);
        // What picocli prints is help.
        return execute(commands.setOut(Characters.plain(out)), err, args);
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(new ProcJvms(), out, err, args);
    }

    static int run(Jvms jvms, PrintWriter out, PrintWriter err, String... args) {
        return execute(Commands.of(jvms, out, err, args), err, args);
    }

    private static int execute(CommandLine commands, PrintWriter err, String... args) {
        for (String argument : args) {
            // Each byte that the locale's charset does not have; such an expression would compile, and never be true.
            if (argument.indexOf(Complaints.UNREADABLE) >= 0) {
                return Complaints.sayUnreadable(argument, err);
            }
        }
        return commands.execute(args);
    }
}
