/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** {@code livemark} without a command. */
final class LivemarkCommand implements Runnable, IVersionProvider {

    final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("livemark");

    LivemarkCommand() {
        spec.versionProvider(this)
                .addOption(OptionSpec.builder("-h", "--help")
                        .type(boolean.class)
                        .usageHelp(true)
                        .description("Shows this help; COMMAND --help shows that of a command.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .type(boolean.class)
                        .versionHelp(true)
                        .description("Shows the version.")
                        .build());
        spec.usageMessage()
                .description("Lists the markers of a running JVM, and loads and unloads probes on them.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .optionListHeading("%nOptions:%n")
                .footerHeading(
                        "%nExit codes: 0 done, 1 refused or failed, 2 wrong usage, 3 the JVM could not be reached,"
                                + "%n4 unloaded, but not everything that was waited for was seen in time.%n")
                .footer(
                        "JVM is a PID, or a part of a main class or jar name that only one JVM has.",
                        "",
                        "Example:",
                        "  $ livemark load shop SlowQueries.java",
                        "  loaded SlowQueries on 1 marker, 4 sites in 7.7 ms",
                        "  $ livemark unload shop SlowQueries",
                        "  unloaded SlowQueries: disarmed in 2.1 ms, drained in 3.6 ms; 380 deliveries, 0 exceptions");
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command is given");
    }

    /** {@return the version that Maven wrote into the jar} */
    @Override
    public String[] getVersion() throws IOException {
        try (InputStream in = LivemarkCommand.class.getResourceAsStream("/META-INF/livemark/version.txt")) {
            return new String[] {"livemark " + new String(in.readAllBytes(), StandardCharsets.UTF_8).trim()};
        }
    }
}
