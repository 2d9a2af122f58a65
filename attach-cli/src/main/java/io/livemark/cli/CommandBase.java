/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** What all commands share: a name, a help text, and something to do. */
public abstract class CommandBase implements Callable<Integer> {

    /** The words that it takes. */
    protected final CommandSpec spec;

    /** The JVMs that can be named. */
    protected final Jvms jvms;

    /** Standard output. */
    protected final PrintWriter out;

    /**
     * Describes a command that takes nothing but {@code --help}.
     *
     * @param name what the user calls it
     * @param jvms the JVMs that can be named
     * @param out standard output
     */
    protected CommandBase(String name, Jvms jvms, PrintWriter out) {
        this.jvms = jvms;
        this.out = out;
        spec = CommandSpec.wrapWithoutInspection(this).name(name).addOption(Words.help());
    }

    /**
     * Says what the command does, and shows it first: a call says more than a sentence.
     *
     * @param description one sentence
     * @param examples calls, and what they print
     */
    protected final void describe(String description, String... examples) {
        List<String> lines = new ArrayList<>(List.of(examples));
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(description);
        spec.usageMessage()
                .description(lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new))
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n");
    }

    @Override
    public final Integer call() throws Problem {
        return run().code();
    }

    /**
     * Does what the command is for.
     *
     * @return how it ended
     * @throws Problem where it was refused or failed
     */
    protected abstract ExitCode run() throws Problem;
}
