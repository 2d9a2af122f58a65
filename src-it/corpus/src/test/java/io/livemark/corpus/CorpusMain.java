/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What runs in the JVM with the agent: all parts of the corpus, a row for each. */
public final class CorpusMain {

    private CorpusMain() {}

    /**
     * Examines.
     *
     * @param arguments how many classes of each jar at most, how many of each module of the JDK, then the jars
     */
    public static void main(String... arguments) {
        int ofEachJar = Integer.parseInt(arguments[0]);
        int ofEachModule = Integer.parseInt(arguments[1]);
        List<Path> paths = Arrays.stream(arguments).skip(2).map(Path::of).toList();
        Findings findings = new Findings();
        Tally all = new Tally();
        System.out.print(Tally.head());
        if (!paths.isEmpty()) {
            examine(new Jars(paths), ofEachJar, findings, all);
        }
        if (ofEachModule > 0) {
            JdkModules jdk = new JdkModules();
            examine(jdk, ofEachModule, findings, all);
            Tally kept = new Tally();
            jdk.kept().forEach((name, file) -> keptName(name, file, findings, kept));
            System.out.print(kept.row("(what keeps its name)"));
            all.add(kept);
        }
        System.out.print(all.row("all"));
        all.complaints().forEach(complaint -> findings.add("all", "", complaint));
        System.out.println("findings: " + findings.count());
        System.exit(findings.count() == 0 ? 0 : 1);
    }

    private static void examine(Classes classes, int most, Findings findings, Tally all) {
        for (String part : classes.parts()) {
            List<String> names = some(new ArrayList<>(classes.of(part)), most);
            if (!names.isEmpty()) {
                Tally tally = new Examination(part, classes, names, findings).run();
                System.out.print(tally.row(part));
                all.add(tally);
            }
        }
    }

    /** A class that no loader of ours may define: ASM has the last word. */
    private static void keptName(String name, byte[] file, Findings findings, Tally tally) {
        MarkInserter.Marked marks = MarkInserter.insert(file);
        tally.classes++;
        if (marks == null) {
            return;
        }
        tally.marked++;
        Weaving weaving = Weaving.of(marks.file(), null);
        byte[] woven = weaving.file() == null ? marks.file() : weaving.file();
        // ASM cannot compare other types with Object while it is Object that it looks at.
        String problem = name.equals("java.lang.Object")
                ? DataFlow.problem(woven)
                : DataFlow.problem(woven, ClassLoader.getPlatformClassLoader());
        if (problem != null) {
            findings.add("kept", name, problem);
        }
        weaving.sites().forEach(tally::site);
    }

    /** So many of them, spread over the whole; always the same. */
    private static List<String> some(List<String> names, int most) {
        int count = Math.min(most, names.size());
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(names.get((int) ((long) i * names.size() / count)));
        }
        return chosen;
    }
}
