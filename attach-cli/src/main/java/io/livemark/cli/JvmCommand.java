/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What all commands share that work on one JVM. */
abstract class JvmCommand extends CommandBase {

    private final PositionalParamSpec jvm = Words.word(
                    "0", "JVM", "A PID, or a part of a main class or jar name that only one JVM has.")
            .required(true)
            .build();
    private final OptionSpec timeout =
            Words.duration("--timeout", "10s", "How long to wait for each answer of the JVM. Default: 10s.");

    JvmCommand(String name, Jvms jvms, PrintWriter out) {
        super(name, jvms, out);
        spec.addPositional(jvm).addOption(timeout);
    }

    @Override
    protected final ExitCode run() throws Problem {
        check();
        return run(new Agent(jvms.find(jvm.getValue()), timeout.getValue()));
    }

    /** Throws where the command line makes no sense, before anything is looked for. */
    void check() {}

    /** Does what the command is for. */
    abstract ExitCode run(Agent agent) throws Problem;
}
