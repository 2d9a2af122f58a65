/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Words;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/** {@code livemark stack}. */
public final class StackCommand extends LookCommand {

    private static final int MOST_FRAMES = 1_000;

    private final OptionSpec frames = Words.number(
            "--depth",
            "64",
            1,
            MOST_FRAMES,
            "How many frames of a stack, from the marked method outwards. Default: 64.");
    private final OptionSpec collapsed = Words.flag(
            "--collapsed", "A line for each stack: its frames with ; between, outermost first, and how often.");
    private final OptionSpec html =
            Words.text("--html", "FILE", null, "Draws a flame graph into a file that needs nothing else.");
    private String pattern;
    private Path file;

    /**
     * Describes the command.
     *
     * @param jvms the JVMs that can be named
     * @param out standard output
     * @param err standard error
     */
    public StackCommand(Jvms jvms, PrintWriter out, PrintWriter err) {
        super("stack", "MARKER", jvms, out, err);
        spec.addOption(frames).addOption(collapsed).addOption(html);
        shows(
                "Counts the stacks that reach a marker. Each hit takes the application some microseconds.",
                "  $ livemark stack shop order.placed --for 2s --depth 3 --html orders.html",
                "  looking at 1 marker, 1 site in JVM 6433 (shop.jar)",
                "  45 hits",
                "      io.livemark.examples.shop.Orders.place:41",
                "      io.livemark.examples.shop.Routes.answer:33",
                "      io.livemark.examples.shop.FrontDoor.answer:54",
                "  in all 45 hits, 1 stack",
                "  drawn into orders.html",
                "",
                "  $ livemark stack shop order.placed --limit 1000 --collapsed | flamegraph.pl > orders.svg");
    }

    @Override
    protected void check(List<String> given) throws Problem {
        if (given.size() > 1) {
            throw usage("one marker, not " + given.size());
        }
        pattern = given.get(0);
        if (html.getValue() != null) {
            file = writable(fileName("--html", html.getValue()));
        }
    }

    /** Tried before anything is looked at: nobody wants to hear at the end that a file cannot be written. */
    private static Path writable(String name) throws Problem {
        try {
            Path file = Path.of(name);
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            if (Files.isWritable(file) && !Files.isDirectory(file)) {
                return file;
            }
            throw new Problem(file + " cannot be written", "--html FILE   a file that may be written");
        } catch (InvalidPathException | IOException e) {
            throw new Problem(name + " cannot be written: " + e, "--html FILE   in a directory that is there");
        }
    }

    @Override
    protected List<String> patterns() {
        return List.of(pattern);
    }

    @Override
    protected void arguments(Map<String, String> arguments) {
        arguments.put("frames", frames.getValue().toString());
    }

    @Override
    protected void handlers(ProbeSource source, List<LookMarker> markers) {
        source.look("Stack", "");
        for (LookMarker marker : markers) {
            source.handler(marker);
            source.where();
            if (limit() < Long.MAX_VALUE) {
                source.line("if (!this.livemark$look.take()) { return; }");
            }
            source.line("this.livemark$look.hit();");
            source.end();
        }
    }

    @Override
    protected View view(boolean isSeveral) {
        return new StackView(pattern, isJson(), collapsed.getValue(), file, out, err());
    }
}
