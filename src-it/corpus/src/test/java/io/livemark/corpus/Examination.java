/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Puts marks into some classes of a part and has them loaded three times: as they are, with marks in a loader that the agent does
 * not look at, and with marks in one that it does. What is verified the first time must be so each time.
 */
final class Examination {

    private static final byte[] GONE = {};

    private final String part;
    private final Findings findings;
    private final Tally tally = new Tally();
    private final Map<String, Optional<MarkInserter.Marked>> marks = new ConcurrentHashMap<>();
    private final Set<String> names;
    private final World plain;
    private final World marked;
    private final World woven;

    Examination(String part, Classes classes, List<String> names, Findings findings) {
        this.part = part;
        this.findings = findings;
        this.names = new HashSet<>(names);
        Set<String> supers = ConcurrentHashMap.newKeySet();
        for (String name : names) {
            String parent = new ClassReader(classes.file(name)).getSuperName();
            if (parent != null) {
                supers.add(parent);
            }
        }
        this.plain = new World("plain", classes, supers, (name, file) -> file);
        // The agent leaves classes alone that it takes for those of a probe.
        this.marked = new World("livemark-probe-of-the-corpus", classes, supers, this::withMarks);
        this.woven = new World("woven", classes, supers, this::withMarks);
    }

    Tally run() {
        names.parallelStream().forEach(this::examine);
        return tally;
    }

    private byte[] withMarks(String name, byte[] file) {
        return names.contains(name)
                ? marks(name, file).map(MarkInserter.Marked::file).orElse(file)
                : file;
    }

    private Optional<MarkInserter.Marked> marks(String name, byte[] file) {
        return marks.computeIfAbsent(name, key -> {
            try {
                return Optional.ofNullable(MarkInserter.insert(file));
            } catch (RuntimeException e) {
                findings.add(part, name, "the inserter failed: " + trace(e));
                return Optional.empty();
            }
        });
    }

    private void examine(String name) {
        try {
            String problem = plain.link(name);
            Optional<MarkInserter.Marked> marks = marks(name, plain.file(name));
            int version = new ClassReader(plain.file(name)).readUnsignedShort(6);
            synchronized (tally) {
                tally.classes++;
                tally.old += version < Opcodes.V1_5 ? 1 : 0;
                tally.linked += problem == null ? 1 : 0;
                tally.marked += marks.isPresent() ? 1 : 0;
            }
            if (plain.changedByTheAgent(name) != null
                    || Weaving.of(plain.file(name), plain).file() != null) {
                findings.add(part, name, "has no mark, and is changed");
            }
            if (marks.isPresent()) {
                examine(name, version, problem, marks.get());
            }
        } catch (RuntimeException | LinkageError e) {
            findings.add(part, name, "the examination failed: " + trace(e));
        } finally {
            List.of(plain, marked, woven).forEach(world -> world.forget(name));
            marks.put(name, Optional.empty());
        }
    }

    /** The agent may have seen an old class, as one that another needs, before slots got free, or after: then there is more to weave. */
    private boolean lackedSlots(int version, Weaving here, byte[] byTheAgent) {
        return version < Opcodes.V1_7
                && (here.sites().stream().anyMatch(Weaving.Site::hasNoSlot)
                        || Weaving.of(byTheAgent, woven).file() != null);
    }

    private static boolean isAboutLoaders(String problem) {
        return problem != null && problem.contains("loader constraint violation");
    }

    private void examine(String name, int version, String problem, MarkInserter.Marked marks) {
        Weaving weaving = Weaving.of(marks.file(), woven);
        byte[] file = weaving.file() == null ? marks.file() : weaving.file();
        String before = problem == null ? marked.link(name) : null;
        String after = woven.link(name);
        // Which loader has defined a type that two of them name depends on what was loaded before.
        boolean isJudgedByTheJvm = problem == null && !isAboutLoaders(before) && !isAboutLoaders(after);
        if (!isJudgedByTheJvm) {
            before = DataFlow.problem(marks.file());
            after = before == null ? DataFlow.problem(file) : null;
        }
        if (before != null) {
            findings.add(part, name, "the inserter broke it: " + before);
        } else if (after != null) {
            findings.add(part, name, "the weaver broke it: " + after);
        }
        if (isJudgedByTheJvm) {
            byte[] byTheAgent = woven.changedByTheAgent(name);
            boolean isTheSame = Arrays.equals(
                    byTheAgent == null ? GONE : byTheAgent, weaving.file() == null ? GONE : weaving.file());
            if (!isTheSame && !lackedSlots(version, weaving, byTheAgent == null ? marks.file() : byTheAgent)) {
                findings.add(part, name, "the agent made something else of it than the weaver does here");
            }
            if (marked.changedByTheAgent(name) != null) {
                findings.add(part, name, "the agent wove a class of a probe");
            }
        }
        sites(name, version, marks, weaving);
        String changed = MethodBodies.changed(marks.file(), file);
        if (changed != null) {
            findings.add(part, name, "holds no mark in " + changed + ", which is changed");
        }
    }

    private void sites(String name, int version, MarkInserter.Marked marks, Weaving weaving) {
        if (weaving.sites().size() != marks.forms().size()) {
            findings.add(
                    part,
                    name,
                    marks.forms().size() + " marks went in, " + weaving.sites().size() + " were found");
            return;
        }
        boolean told = false;
        for (int i = 0; i < marks.forms().size(); i++) {
            Form expected = marks.forms().get(i).in(version);
            Weaving.Site site = weaving.sites().get(i);
            tally.site(site);
            if (!told && !site.isTooLarge() && !site.hasNoSlot() && site.form() != expected) {
                findings.add(
                        part,
                        name,
                        "version " + version + ", a site is " + site.form() + " and not " + expected + ": "
                                + site.reason());
                told = true;
            }
        }
    }

    private static String trace(Throwable e) {
        StringBuilder text = new StringBuilder(e.toString());
        for (StackTraceElement element : e.getStackTrace()) {
            text.append("\nat ").append(element);
        }
        return text.toString();
    }
}
