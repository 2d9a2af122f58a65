/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands share that work on one JVM. */
@Command(
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n")
abstract class JvmCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "JVM",
            description = "A PID, or a part of a main class or jar name that only one JVM has.")
    private String jvm;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "10s",
            converter = DurationText.class,
            description = "How long to wait for each answer of the JVM. Default: 10s.")
    private Duration timeout;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    private final Jvms jvms;
    final PrintWriter out;

    JvmCommand(Jvms jvms, PrintWriter out) {
        this.jvms = jvms;
        this.out = out;
    }

    @Override
    public final Integer call() throws Problem {
        check();
        return run(new Agent(jvms.find(jvm), timeout)).code();
    }

    /** Throws where the command line makes no sense, before anything is looked for. */
    void check() {}

    /** Does what the command is for. */
    abstract ExitCode run(Agent agent) throws Problem;
}
