/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.kinds;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Listing;
import io.livemark.it.probes.AnyProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The marks of one program, and what they go through whatever kind of class they are in. */
final class Marks {

    private final String program;
    private final String result;
    private final SortedMap<String, String> forms = new TreeMap<>();
    private final Set<String> named = new HashSet<>();
    private final List<String> hits = new ArrayList<>();

    /** A class with a method {@code get}, and what that returns. */
    Marks(String program, String result) {
        this.program = program;
        this.result = "did " + result;
    }

    /** One more marker: the form of its sites, and what they pass, each a hit. Markers come in the order of their hits. */
    Marks with(String marker, String form, String... fields) {
        forms.put(marker, form);
        for (String values : fields) {
            hits.add("hit " + marker + " [" + values + "]");
        }
        return this;
    }

    /** Like {@link #with}, in a class with names of parameters: where the JDK would drop them, an attached agent takes the shim. */
    Marks withNames(String marker, String form, String... fields) {
        named.add(marker);
        return with(marker, form, fields);
    }

    /** A JVM in which the program has run once, before the agent where that is attached: the first command does it. */
    ForkedJvm start(Arrival arrival, List<Path> classPath, String... options) {
        ForkedJvm target = startWithout(arrival, classPath, options);
        runsIdle(target);
        return target;
    }

    /** The program runs, and no mark is hit. */
    void runsIdle(ForkedJvm target) {
        target.say("run " + program).prints(result);
    }

    /** {@return the name of the class} */
    String program() {
        return program;
    }

    /** Like {@link #start}, but the program has not run yet. */
    static ForkedJvm startWithout(Arrival arrival, List<Path> classPath, String... options) {
        String main = KindsTarget.class.getName();
        return arrival == Arrival.AT_START
                ? ForkedJvm.start(main, arrival, classPath, options)
                : ForkedJvm.startWithoutAgent(main, classPath, options);
    }

    /** Listed before a probe is loaded and after, and hit then. */
    void areListedAndHit(ForkedJvm target, Arrival arrival) {
        boolean fromTheStart = arrival == Arrival.AT_START;
        areListed(target, fromTheStart ? forms : unwoven(), "*");
        target.load(AnyProbe.class).exits(0);
        areHit(target);
        if (!fromTheStart) {
            areListed(target, "*");
        }
    }

    /** Hit by a probe that is there. */
    void areHit(ForkedJvm target) {
        List<String> lines = new ArrayList<>(hits);
        lines.add(result);
        target.say("run " + program).prints(lines.toArray(new String[0]));
    }

    /** Listed in these forms, and no others of the pattern. */
    void areListed(ForkedJvm target, String pattern) {
        areListed(target, forms, pattern);
    }

    /** The probe goes, and no mark is hit any more. */
    void areLeft(ForkedJvm target) {
        target.livemark("unload", "AnyProbe").exits(0);
        runsIdle(target);
    }

    /** The agent goes, and the program runs as it did. */
    void runWithoutThem(ForkedJvm target) {
        target.livemark("detach").exits(0).keepsQuietAbout("stays woven");
        runsIdle(target);
    }

    private SortedMap<String, String> unwoven() {
        SortedMap<String, String> unwoven = new TreeMap<>(forms);
        unwoven.replaceAll((marker, form) -> "unwoven");
        return unwoven;
    }

    private void areListed(ForkedJvm target, SortedMap<String, String> expected, String pattern) {
        Listing list = target.list(pattern, "--sites");
        SortedMap<String, String> found = new TreeMap<>();
        list.markers().forEach(marker -> found.put(marker, form(list, marker)));
        if (!found.equals(expected)) {
            throw list.failure("the sites were to be " + expected + "\nand are " + found);
        }
    }

    private String form(Listing list, String marker) {
        boolean spared = named.contains(marker)
                && list.sites(marker).stream()
                        .allMatch(site -> String.valueOf(site.get("reason")).contains("(JDK-8240908)"));
        return spared ? forms.get(marker) : String.join(" ", list.forms(marker));
    }
}
