/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.demo.Demo;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.probe.CompilerModule;
import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import picocli.CommandLine.Model.OptionSpec;

/** {@code livemark demo}. */
final class DemoCommand extends CommandBase {

    private final OptionSpec stay =
            Words.flag("--stay", "Shows nothing itself: the shop stays until Ctrl-C, for commands of your own.");
    private final OptionSpec life =
            Words.duration("--for", null, "As --stay, but for so long at most: 500ms, 10s, 2m or 1h.");
    private final PrintWriter err;

    DemoCommand(Jvms jvms, PrintWriter out, PrintWriter err) {
        super("demo", jvms, out);
        this.err = err;
        spec.addOption(stay).addOption(life);
        describe(
                "Shows what livemark does, in half a minute: starts a small marked shop in a JVM of its own, and runs"
                        + " commands on it, each of which you can repeat. Nothing stays behind.",
                "  $ livemark demo",
                "  A shop: a small marked program, without any agent, and customers who keep it busy.",
                "  …",
                "  == How many answers, by status? One line, and no class to write.",
                "  $ livemark count 4711 http.request.end --by status --for 3s",
                "  …",
                "  The shop answered every request. It is closed; livemark demo --stay opens one to try things on.");
    }

    @Override
    protected ExitCode run() throws Problem {
        Demo demo = new Demo(words -> Main.run(jvms, out, err, words), out);
        if (stay.<Boolean>getValue() || life.getValue() != null) {
            demo.stay(life.getValue());
        } else {
            CompilerModule.require("which most of the demonstration needs");
            demo.tour();
        }
        return ExitCode.DONE;
    }
}
