/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.look.CountCommand;
import io.livemark.cli.look.HistCommand;
import io.livemark.cli.look.LatencyCommand;
import io.livemark.cli.look.PrintCommand;
import io.livemark.cli.look.RecordCommand;
import io.livemark.cli.look.StackCommand;
import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The table of commands. */
final class Commands {

    private static final String[] NAMES = {
        "ps", "attach", "list", "top", "count", "print", "record", "hist", "latency", "stack", "load", "unload",
        "detach", "demo"
    };

    private Commands() {}

    static CommandLine of(Jvms jvms, PrintWriter out, PrintWriter err, String... args) {
        // Picocli's converters for the types of java.time and java.sql are a tenth of the time that a command takes.
        System.setProperty("picocli.converters.excludes", ".*");
        CommandLine livemark = new CommandLine(new LivemarkCommand().spec);
        // A description of a command takes milliseconds to build: only the one that is called, where that is clear.
        String called = args.length == 0 ? "" : args[0];
        boolean known = Arrays.asList(NAMES).contains(called);
        for (String name : NAMES) {
            if (!known || name.equals(called)) {
                livemark.addSubcommand(name, command(name, jvms, out, err).spec);
            }
        }
        Complaints complaints = new Complaints(err);
        return livemark.setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints);
    }

    private static CommandBase command(String name, Jvms jvms, PrintWriter out, PrintWriter err) {
        switch (name) {
            case "ps":
                return new PsCommand(jvms, out);
            case "attach":
                return new AttachCommand(jvms, out);
            case "list":
                return new ListCommand(jvms, out);
            case "top":
                return new TopCommand(jvms, out);
            case "count":
                return new CountCommand(jvms, out, err);
            case "print":
                return new PrintCommand(jvms, out, err);
            case "record":
                return new RecordCommand(jvms, out, err);
            case "hist":
                return new HistCommand(jvms, out, err);
            case "latency":
                return new LatencyCommand(jvms, out, err);
            case "stack":
                return new StackCommand(jvms, out, err);
            case "load":
                return new LoadCommand(jvms, out, err);
            case "unload":
                return new UnloadCommand(jvms, out, err);
            case "detach":
                return new DetachCommand(jvms, out);
            default:
                return new DemoCommand(jvms, out, err);
        }
    }
}
