/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms;

import io.livemark.it.Child;
import io.livemark.it.Jdk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many classes of the agent a JVM has, by name; and how many hidden ones of method handles. The JDK shares the latter and keeps
 * them by soft references, so there may be some more, but not some for each marker or probe.
 */
final class LoadedClasses {

    private static final Pattern LINE = Pattern.compile("[|\\- ]*([^/ ]+)/.*");
    private static final Pattern OF_THE_AGENT =
            Pattern.compile("io\\.livemark\\.(agent\\.(?!Launcher)|control|probe|protocol|weave)\\b.*");
    private static final int MOST_NEW_FORMS = 1_000;

    private final Map<String, Integer> named = new TreeMap<>();
    private int forms;

    private LoadedClasses() {}

    /** Those of a JVM, once its garbage is collected. */
    static LoadedClasses of(long pid) {
        jcmd(pid, "GC.run");
        LoadedClasses loaded = new LoadedClasses();
        for (String line : jcmd(pid, "VM.class_hierarchy")) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                loaded.add(matcher.group(1));
            }
        }
        if (loaded.forms == 0) {
            throw new AssertionError("jcmd shows no classes of method handles, where there are always some");
        }
        return loaded;
    }

    /**
     * Waits until a JVM has no more classes than before.
     *
     * @param agents how many agents there are, and so may be of each of its classes
     */
    static void areNoMoreThan(LoadedClasses before, int agents, long pid, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        String more = of(pid).moreThan(before, agents);
        while (!more.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("classes that are left: " + more);
            }
            more = of(pid).moreThan(before, agents);
        }
    }

    private String moreThan(LoadedClasses before, int agents) {
        Map<String, String> more = new TreeMap<>();
        named.forEach((name, count) -> {
            if (count > agents) {
                more.put(name, count + ", not " + agents);
            }
        });
        if (forms > before.forms + MOST_NEW_FORMS) {
            more.put("classes of method handles", before.forms + " before, " + forms + " after");
        }
        return more.isEmpty() ? "" : more.toString();
    }

    private void add(String name) {
        if (name.contains("LambdaForm")) {
            forms++;
        } else if (OF_THE_AGENT.matcher(name).matches() && !name.contains("$$Lambda")) {
            named.merge(name, 1, Integer::sum);
        }
    }

    private static List<String> jcmd(long pid, String command) {
        Child jcmd = Child.start(List.of(Jdk.tool("jcmd"), Long.toString(pid), command));
        jcmd.exits(0);
        return jcmd.out();
    }
}
