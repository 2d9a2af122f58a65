/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.CommandBase;
import io.livemark.cli.ExitCode;
import io.livemark.cli.ShareText;
import io.livemark.cli.Words;
import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Jvm;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What all one-line commands share: which JVMs, which markers, which hits, for how long. */
public abstract class LookCommand extends CommandBase {

    private static final int MOST_LEVELS = 100;

    private final OptionSpec where = Words.text(
            "--where", "EXPR", null, "Only hits for which this is true: Java over the fields, site and thread.");
    private final OptionSpec life = Words.duration(
            "--for", null, "Ends after this time, 500ms, 10s, 2m or 1h; what --wait waits is a part of it.");
    private final OptionSpec limit = Words.number(
            "--limit",
            null,
            1,
            Long.MAX_VALUE,
            "Ends after so many hits, of all JVMs together; print shows no more than these, others may have a few more"
                    + " where there are several JVMs, or markers that came later.");
    private final OptionSpec every =
            Words.duration("--every", "1s", "How often what was counted is shown. Default: 1s.");
    private final OptionSpec json = Words.flag("--json", "One JSON object a line.");
    private final OptionSpec render = Words.text(
            "--render",
            "HOW",
            "class",
            "How objects are shown: class (its.Class@hash) or toString, which runs the application's code.");
    private final OptionSpec depth = Words.number(
            "--depth", "0", 0, MOST_LEVELS, "Shows objects with their fields, so many levels. Default: 0.");
    private final OptionSpec wait =
            Words.flag("--wait", "Waits for a marker that is not there yet, as long as --for says.");
    private final OptionSpec maxOverhead = OptionSpec.builder("--max-overhead")
            .type(Double.class)
            .converters(new ShareText())
            .paramLabel("SHARE")
            .defaultValue("5%")
            .description(
                    "The share of the CPU time of the process that this may take, of one CPU where that is more, before"
                            + " it is ended; off for any. Default: 5%%.")
            .build();
    private final OptionSpec timeout =
            Words.duration("--timeout", "10s", "How long to wait for each answer of a JVM. Default: 10s.");
    private final ChosenJvms chosen;
    private final PositionalParamSpec words;
    private final PrintWriter err;
    private Expression condition;

    /**
     * Describes a command.
     *
     * @param name what the user calls it
     * @param labels the words behind the JVM, the first of them which markers: {@code MARKER FIELD}
     * @param jvms the JVMs that can be named
     * @param out standard output
     * @param err standard error
     */
    protected LookCommand(String name, String labels, Jvms jvms, PrintWriter out, PrintWriter err) {
        super(name, jvms, out);
        this.err = err;
        chosen = new ChosenJvms(jvms, spec);
        words = Words.words(
                "0..*",
                "1..*",
                "JVM " + labels,
                "JVM is a PID, or a part of a main class or jar name that only one JVM has; several with a comma"
                        + " between.");
        spec.addPositional(words);
        List<OptionSpec> options = new ArrayList<>(List.of(where, life, limit, every, json, wait));
        options.addAll(chosen.options());
        options.addAll(List.of(maxOverhead, timeout));
        options.forEach(spec::addOption);
    }

    /** Takes options for how objects are shown; for commands that show any. */
    protected final void takesObjects() {
        spec.addOption(render).addOption(depth);
    }

    /**
     * Says what the command does, and shows it at once, in front of its many options.
     *
     * @param description one sentence
     * @param examples calls, and what they print
     */
    protected final void shows(String description, String... examples) {
        String later = takesNewcomers()
                ? "In a name * stands for any characters; markers of that name that come later are looked at too, a moment"
                        + " after they come. Where an expression does not fit a marker, it is left out, and that is said."
                : "Markers that come after the start are said, and not looked at.";
        describe(List.of(description, later), examples);
    }

    /**
     * Looks at what was given, before any JVM is asked.
     *
     * @param given the words behind the JVM
     * @throws Problem where an expression is none
     */
    protected abstract void check(List<String> given) throws Problem;

    /**
     * Takes the one pattern of a command that has room for one.
     *
     * @param given the words behind the JVM
     * @return the first of them
     */
    protected final String onePattern(List<String> given) {
        if (given.size() > 1) {
            throw usage("one pattern, not " + given.size() + "; quote it: 'order.*'");
        }
        return given.get(0);
    }

    /** {@return the markers to look at, names or patterns, of each of which there must be one} */
    protected abstract List<String> patterns();

    /** {@return all expressions in the handlers, {@code --where} apart; none where a command has none of its own} */
    protected List<Expression> expressions() {
        return List.of();
    }

    /**
     * Writes the body of the probe: what the handlers call, and the handlers.
     *
     * @param source has the package and the head of the class
     * @param markers to look at, in the order of their numbers
     */
    protected abstract void handlers(ProbeSource source, List<LookMarker> markers);

    /**
     * Whether the user has given an option.
     *
     * @param option its name
     * @return whether
     */
    protected final boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    /** {@return all expressions that the user gave} */
    final List<Expression> allExpressions() {
        List<Expression> all = new ArrayList<>(expressions());
        if (condition != null) {
            all.add(0, condition);
        }
        return all;
    }

    /** {@return whether markers that come later can be looked at too, by a further probe} */
    protected boolean takesNewcomers() {
        return true;
    }

    /** Whether these are enough: one at least for each pattern. */
    final boolean suffices(List<LookMarker> markers) {
        return patterns().stream().allMatch(pattern -> markers.stream().anyMatch(marker -> marker.matches(pattern)));
    }

    /**
     * Makes what shows it.
     *
     * @param isSeveral whether lines are to name the JVM
     * @return what shows it
     */
    protected abstract View view(boolean isSeveral);

    /**
     * Further arguments for the probe.
     *
     * @param arguments what there is already
     */
    protected void arguments(Map<String, String> arguments) {}

    @Override
    protected final ExitCode run() throws Problem {
        List<String> given = new ArrayList<>(words.<List<String>>getValue());
        boolean isAll = chosen.isAll();
        String named = isAll ? "" : given.remove(0);
        if (given.isEmpty()) {
            throw usage("a marker is missing: livemark " + spec.name() + " JVM MARKER");
        }
        if (given.get(0).isBlank()) {
            throw usage("a marker is a name or a pattern, and \"" + given.get(0) + "\" is neither");
        }
        if (render.getValue() != null && !List.of("class", "toString").contains(render.<String>getValue())) {
            throw usage("--render is class or toString, not " + render.getValue());
        }
        if (where.getValue() != null) {
            condition = Expression.of("--where", where.getValue());
        }
        check(given);
        List<Watch> watches = new ArrayList<>();
        for (Jvm jvm : chosen.of(named, this::told)) {
            watches.add(new Watch(new Agent(jvm, timeout.getValue()), this, order()));
        }
        return new Looking(watches, view(watches.size() > 1), every.getValue(), limit(), isAll, out, err).toTheEnd();
    }

    /** {@return whether lines are JSON} */
    protected final boolean isJson() {
        return json.getValue();
    }

    /** {@return how many hits at most; a great number where the user does not say} */
    protected final long limit() {
        return limit.getValue() == null ? Long.MAX_VALUE : limit.<Long>getValue();
    }

    /** {@return standard error} */
    protected final PrintWriter err() {
        return err;
    }

    /** The source of the probe. */
    final ProbeSource source(List<LookMarker> markers, Set<String> objects) {
        String simpleName =
                Character.toUpperCase(spec.name().charAt(0)) + spec.name().substring(1);
        ProbeSource source = new ProbeSource(simpleName, condition, expressions(), objects);
        handlers(source, markers);
        return source;
    }

    /** Tells the user what is being done; on standard error, for the output is data. */
    final void told(String what) {
        err.println(what);
        err.flush();
    }

    private Watch.Order order() {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("every", Long.toString(every.<Duration>getValue().toMillis()));
        if (isGiven("--render")) {
            arguments.put("render", render.getValue());
        }
        if (spec.optionsMap().get("--depth") == depth) {
            arguments.put("depth", depth.getValue().toString());
        }
        if (limit.getValue() != null) {
            arguments.put("limit", limit.getValue().toString());
        }
        arguments(arguments);
        String name = spec.name() + "-" + ProcessHandle.current().pid() + "-" + Looking.number();
        // Its further probes have further names.
        arguments.put("look", name);
        Duration time = life.getValue();
        return new Watch.Order(
                patterns(),
                wait.getValue(),
                name,
                arguments,
                time == null ? 0 : time.toMillis(),
                maxOverhead.getValue());
    }
}
