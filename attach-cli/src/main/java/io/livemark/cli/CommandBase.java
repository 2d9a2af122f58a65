/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

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
     * @param description one paragraph
     * @param examples calls, and what they print
     */
    protected final void describe(String description, String... examples) {
        describe(List.of(description), examples);
    }

    /**
     * As {@link #describe(String, String...)}.
     *
     * @param description sentences, a paragraph each
     * @param examples calls, and what they print
     */
    protected final void describe(List<String> description, String... examples) {
        // As they are: picocli would take the last of a bar, @|, for the begin of a style.
        spec.usageMessage()
                .sectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_HEADER,
                        help -> Stream.of(examples).map(line -> line + "\n").collect(Collectors.joining("", "", "\n")));
        spec.usageMessage()
                .description(description.stream()
                        .map(line -> line.replace("%", "%%"))
                        .toArray(String[]::new))
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n");
    }

    /**
     * Looks at the name of a file that is to be written.
     *
     * @param option that names it
     * @param name what was given
     * @return the name
     */
    protected final String fileName(String option, String name) {
        if (name.isEmpty()) {
            throw usage(option + " is to name a file, and \"\" names none");
        }
        return name;
    }

    /**
     * Refuses a command line.
     *
     * @param what is wrong with it
     * @return what is to be thrown
     */
    protected final ParameterException usage(String what) {
        return new ParameterException(spec.commandLine(), what);
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
