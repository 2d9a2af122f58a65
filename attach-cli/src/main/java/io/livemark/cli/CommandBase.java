/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** What all commands share: a name, a help text, and something to do. */
abstract class CommandBase implements Callable<Integer> {

    final CommandSpec spec;
    final Jvms jvms;
    final PrintWriter out;

    CommandBase(String name, Jvms jvms, PrintWriter out) {
        this.jvms = jvms;
        this.out = out;
        spec = CommandSpec.wrapWithoutInspection(this).name(name).addOption(Words.help());
    }

    /** Says what the command does, and shows it: calls, and what they print. */
    final void describe(String description, String... examples) {
        spec.usageMessage()
                .description(description)
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n")
                .footerHeading("%nExamples:%n")
                .footer(examples);
    }

    @Override
    public final Integer call() throws Problem {
        return run().code();
    }

    /** Does what the command is for. */
    abstract ExitCode run() throws Problem;
}
