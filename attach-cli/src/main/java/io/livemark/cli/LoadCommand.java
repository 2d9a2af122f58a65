/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Connection;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.probe.ProbeCompiler;
import io.livemark.cli.probe.ProbeFiles;
import io.livemark.cli.probe.TargetClassPath;
import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code livemark load}. */
@Command(
        name = "load",
        description = "Loads a probe, and arms the markers that its handlers ask for.",
        footer = {
            "  $ livemark load 4711 SlowOrders.java --arg limit=100",
            "  loaded SlowOrders on 1 marker, 2 sites in 3.1 ms",
            "",
            "  $ livemark load ShopServer probes.jar --name slow --for 10s --follow",
            "  loaded slow on 1 marker, 2 sites in 2.4 ms",
            "  order 17 took 180 ms",
            "  unloaded slow (its time was over): disarmed in 1.2 ms; 1234 deliveries, 0 exceptions; closed"
        })
final class LoadCommand extends JvmCommand {

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "A jar, a directory of classes, a .class or a .java file; together they are one probe.")
    private List<String> files;

    @Option(names = "--name", paramLabel = "NAME", description = "Its name. Default: that of its class.")
    private String name = "";

    @Option(names = "--arg", paramLabel = "KEY=VALUE", description = "An argument for the probe; may be repeated.")
    private Map<String, String> arguments = new LinkedHashMap<>();

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationText.class,
            description = "Unloads it after this time, 500ms, 10s, 2m or 1h. Default: it stays.")
    private Duration life = Duration.ZERO;

    @Option(
            names = "--follow",
            description = "Shows what the probe emits and logs until it ends or Ctrl-C; then unloads it.")
    private boolean follow;

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            description = "What to compile .java against besides the class path of the JVM.")
    private String classPath = "";

    private final PrintWriter err;

    LoadCommand(Jvms jvms, PrintWriter out, PrintWriter err) {
        super(jvms, out);
        this.err = err;
    }

    @Override
    ExitCode run(Agent agent) throws Problem {
        // Before anything is put into the JVM: what cannot be read here needs no agent there.
        ProbeFiles read = ProbeFiles.read(paths());
        if (!read.sources().isEmpty()) {
            Reply.Described target = (Reply.Described) agent.ask(new Request.Describe());
            ProbeCompiler.compile(
                    read, target.javaFeature(), TargetClassPath.of(agent.jvm(), target.classPath(), classPath));
        }
        try (Connection connection = agent.connect()) {
            Reply.Loaded loaded = (Reply.Loaded)
                    connection.ask(new Request.Load(name, read.content(), arguments, life.toMillis(), follow));
            print(loaded);
            return follow ? new Following(agent, connection, loaded.name(), out, err).toTheEnd() : ExitCode.DONE;
        }
    }

    private List<Path> paths() throws Problem {
        List<Path> paths = new ArrayList<>();
        for (String file : files) {
            try {
                paths.add(Path.of(file));
            } catch (InvalidPathException e) {
                throw new Problem("\"" + file + "\" cannot be the name of a file: " + e.getReason(), "");
            }
        }
        return paths;
    }

    private void print(Reply.Loaded loaded) {
        out.println("loaded " + loaded.name()
                + " on " + Count.of(loaded.markers(), "marker")
                + ", " + Count.of(loaded.sites(), "site")
                + " in " + DurationText.millis(loaded.nanos()));
        for (String pattern : loaded.waiting()) {
            out.println("waiting for: " + pattern);
        }
        if (loaded.retransformed() > 0) {
            out.println("retransformed " + Count.of(loaded.retransformed(), "class"));
        }
    }
}
