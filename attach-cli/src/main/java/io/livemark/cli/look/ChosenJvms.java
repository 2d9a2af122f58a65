/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Count;
import io.livemark.cli.Words;
import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Jvm;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import io.livemark.cli.problem.Unreachable;
import io.livemark.protocol.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Which JVMs a look is at: those that are named, or all of some kind. */
final class ChosenJvms {

    /** Short: one JVM that is stopped must not keep the others waiting. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final OptionSpec all = Words.flag(
            "--all", "All JVMs that have the agent, in place of JVM; those that have no matching marker are left out.");
    private final OptionSpec main = Words.text(
            "--main",
            "TEXT",
            null,
            "With --all: all JVMs whose main class or jar has this in its name, with the agent or without; it is put in.");
    private final Jvms jvms;
    private final CommandSpec spec;

    ChosenJvms(Jvms jvms, CommandSpec spec) {
        this.jvms = jvms;
        this.spec = spec;
    }

    List<OptionSpec> options() {
        return List.of(all, main);
    }

    /** Whether none is named. */
    boolean isAll() {
        return all.getValue();
    }

    /**
     * @param named names with a comma between, where it is not {@link #isAll}
     * @param told hears of what is left out
     * @return each once, and one at least
     */
    List<Jvm> of(String named, Consumer<String> told) throws Problem {
        String name = main.getValue();
        if (name != null && (name.isEmpty() || !isAll())) {
            throw new ParameterException(
                    spec.commandLine(),
                    isAll() ? "--main is a part of a name, and \"\" is in all" : "--main is for --all alone");
        } else if (!isAll()) {
            return named(named);
        }
        return name == null ? withAgent(told) : called(name);
    }

    private List<Jvm> named(String given) throws Problem {
        List<Jvm> found = new ArrayList<>();
        for (String name : given.split(",", -1)) {
            Jvm jvm = jvms.find(name);
            if (!found.contains(jvm)) {
                found.add(jvm);
            }
        }
        return found;
    }

    private List<Jvm> called(String name) throws Unreachable {
        List<Jvm> found =
                jvms.all().stream().filter(jvm -> jvm.name().contains(name)).toList();
        if (found.isEmpty()) {
            throw new Unreachable("there is no JVM whose name has " + name, "livemark ps   lists them");
        }
        return found;
    }

    /** What markers a JVM has only an agent tells; none is put into JVMs that nobody has named. */
    private List<Jvm> withAgent(Consumer<String> told) throws Unreachable {
        List<Jvm> everywhere = jvms.all();
        List<Jvm> found = everywhere.stream().filter(ChosenJvms::mayHaveAgent).toList();
        int others = everywhere.size() - found.size();
        if (found.isEmpty()) {
            throw new Unreachable(
                    "the agent is in none of your " + Count.of(others, "JVM"),
                    "livemark attach JVM   puts it in; so does --main TEXT, into all that have this in their name");
        } else if (others > 0) {
            told.accept("left out: " + Count.of(others, "JVM") + " without the agent; --main TEXT takes all that have"
                    + " this in their name, and puts it in");
        }
        return found;
    }

    /** One that does not answer may; that is told when it is looked at. */
    private static boolean mayHaveAgent(Jvm jvm) {
        try {
            return new Agent(jvm, PATIENCE).askWhereThere(new Request.Describe()) != null;
        } catch (Problem e) {
            return true;
        }
    }
}
