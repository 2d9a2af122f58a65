/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Connection;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.probe.CompilerModule;
import io.livemark.cli.probe.ProbeCompiler;
import io.livemark.cli.probe.ProbeFiles;
import io.livemark.cli.probe.TargetClassPath;
import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Limits;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code livemark load}. */
final class LoadCommand extends JvmCommand {

    private final PositionalParamSpec files = Words.words(
            "1..*",
            "1..*",
            "FILE",
            "A jar, a directory of classes, a .class or a .java file; together they are one probe.");
    private final OptionSpec name = Words.text("--name", "NAME", "", "Its name. Default: that of its class.");
    private final OptionSpec arguments = OptionSpec.builder("--arg")
            .type(Map.class)
            .auxiliaryTypes(String.class, String.class)
            .paramLabel("KEY=VALUE")
            .description("An argument for the probe; may be repeated.")
            .build();
    private final OptionSpec life =
            Words.duration("--for", null, "Unloads it after this time, 500ms, 10s, 2m or 1h. Default: it stays.");
    private final OptionSpec follow =
            Words.flag("--follow", "Shows what the probe emits and logs until it ends or Ctrl-C; then unloads it.");
    private final OptionSpec classPath =
            Words.text("--classpath", "PATH", "", "What to compile .java against besides the class path of the JVM.");
    private final OptionSpec maxOverhead = OptionSpec.builder("--max-overhead")
            .type(Double.class)
            .converters(new ShareText())
            .paramLabel("SHARE")
            .defaultValue("5%")
            .description(
                    "The share of the CPU time of the process that its handlers may take, of one CPU where that is more, 1%%"
                            + " or 0.5%%, before it is taken out; off for any. Default: 5%%.")
            .build();
    private final OptionSpec maxExceptions = Words.number(
            "--max-exceptions",
            Integer.toString(Limits.DEFAULT.maxExceptions()),
            0,
            Integer.MAX_VALUE,
            "How often its handlers may throw: with the Nth time it is taken out; 0 for never. Default: 100.");
    private final PrintWriter err;

    LoadCommand(Jvms jvms, PrintWriter out, PrintWriter err) {
        super("load", jvms, out);
        this.err = err;
        spec.addPositional(files)
                .addOption(name)
                .addOption(arguments)
                .addOption(life)
                .addOption(follow)
                .addOption(classPath)
                .addOption(maxOverhead)
                .addOption(maxExceptions);
        describe(
                "Loads a probe, and arms the markers that its handlers ask for.",
                "  $ livemark load 4711 SlowQueries.java --arg millis=5",
                "  loaded SlowQueries on 1 marker, 4 sites in 7.7 ms",
                "",
                "  $ livemark load shop probes.jar --name slow --for 3s --follow",
                "  loaded slow on 1 marker, 4 sites in 9.0 ms",
                "  7 ms SELECT text FROM review WHERE item = ? ORDER BY id LIMIT 10 …Database.query:48",
                "  unloaded slow (its time was over): disarmed in 1.1 ms, drained in 1.5 ms; 821 deliveries,"
                        + " 0 exceptions");
    }

    @Override
    ExitCode run(Agent agent) throws Problem {
        // Before anything is put into the JVM: what cannot be read here needs no agent there.
        ProbeFiles read = ProbeFiles.read(paths());
        if (!read.sources().isEmpty()) {
            CompilerModule.require("and " + read.sources().get(0) + " is source");
            Reply.Described target = (Reply.Described) agent.ask(new Request.Describe());
            ProbeCompiler.compile(
                    read,
                    target.javaFeature(),
                    TargetClassPath.of(agent.jvm(), target.classPath(), classPath.getValue()));
        }
        try (Connection connection = agent.connect()) {
            Reply.Loaded loaded = (Reply.Loaded) connection.ask(new Request.Load(
                    name.getValue(),
                    read.content(),
                    arguments(),
                    lifeMillis(),
                    follow.getValue(),
                    new Limits(
                            maxOverhead.getValue(),
                            maxExceptions.<Long>getValue().intValue())));
            if (!follow.<Boolean>getValue()) {
                print(loaded);
                return ExitCode.DONE;
            }
            Following following = new Following(agent, connection, loaded.name(), out, err);
            following.heedInterrupt();
            print(loaded);
            return following.toTheEnd();
        }
    }

    private List<Path> paths() throws Problem {
        List<Path> paths = new ArrayList<>();
        for (String file : files.<List<String>>getValue()) {
            try {
                paths.add(Path.of(fileName("FILE", file)));
            } catch (InvalidPathException e) {
                throw new Problem("\"" + file + "\" cannot be the name of a file: " + e.getReason(), "");
            }
        }
        return paths;
    }

    private Map<String, String> arguments() {
        Map<String, String> given = arguments.getValue();
        return given == null ? Map.of() : given;
    }

    private long lifeMillis() {
        Duration given = life.getValue();
        return given == null ? 0 : given.toMillis();
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
