/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import io.livemark.cli.top.Top;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** {@code livemark top}. */
final class TopCommand extends JvmCommand {

    private static final Duration LEAST = Duration.ofMillis(100);

    private final OptionSpec every = Words.duration("--every", "1s", "How often to look. Default: 1s.");
    private final OptionSpec ascii = Words.flag("--ascii", "Shows only ASCII, whatever the locale says.");

    TopCommand(Jvms jvms, PrintWriter out) {
        super("top", jvms, out);
        spec.addOption(every).addOption(ascii);
        describe(
                "Shows the markers of a JVM on the whole screen, the busiest first: whether a probe is there, hits per second"
                        + " and in all, and the share of a CPU's time that passes in the handlers of its probes. Hits are"
                        + " known while a probe is there: Enter puts a counter on the chosen marker, or takes it out"
                        + " again. Counters go when top goes.",
                "  $ livemark top shop",
                "  livemark top 6433 (shop.jar)                      11 markers, 2 armed, by hits/s",
                "  MARKER                 STATE       HITS/S     HITS     TIME LAST 20",
                "  > http.request.end     counted         99    2.72k    0.00%            ▇█▇█▇██▇█",
                "    db.query             counted         45    4.01k    0.00%         ▇█▇█▇▇██▇██▇",
                "    dispatch.idle        idle             -        0        -",
                "",
                "  ↑↓ choose   Enter count it, or no more   s order   / filter   q quit");
    }

    @Override
    void check() {
        if (every.<Duration>getValue().compareTo(LEAST) < 0) {
            throw new ParameterException(spec.commandLine(), "--every is 100ms at least");
        }
    }

    @Override
    ExitCode run(Agent agent) throws Problem {
        new Top(agent, every.getValue(), ascii.getValue()).run();
        return ExitCode.DONE;
    }
}
