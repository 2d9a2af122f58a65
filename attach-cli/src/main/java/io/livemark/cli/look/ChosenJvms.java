/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Words;
import io.livemark.cli.jvm.Jvm;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import io.livemark.cli.problem.Unreachable;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Which JVMs a look is at: those that are named, or all of some kind. */
final class ChosenJvms {

    private final OptionSpec all = Words.flag("--all", "All JVMs that have a matching marker, in place of JVM.");
    private final OptionSpec main =
            Words.text("--main", "TEXT", "", "With --all: only JVMs whose main class or jar has this in its name.");
    private final Jvms jvms;

    ChosenJvms(Jvms jvms) {
        this.jvms = jvms;
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
     * @return each once, and one at least
     */
    List<Jvm> of(String named) throws Problem {
        return isAll() ? everywhere() : named(named);
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

    private List<Jvm> everywhere() throws Unreachable {
        List<Jvm> found = new ArrayList<>();
        for (Jvm jvm : jvms.all()) {
            if (jvm.name().contains(main.<String>getValue())) {
                found.add(jvm);
            }
        }
        if (found.isEmpty()) {
            throw new Unreachable("there is no JVM whose name has " + main.getValue(), "livemark ps   lists them");
        }
        return found;
    }
}
