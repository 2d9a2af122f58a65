/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was met in a part of the corpus, as one row of a table. */
final class Tally {

    private static final String ROW = "%-44s %8s %8s %8s %8s %9s %9s %9s %8s %8s %11s %7s %7s%n";

    private final Map<Form, Integer> sites = new EnumMap<>(Form.class);

    /** Classes. */
    int classes;

    /** Those that were given marks. */
    int marked;

    /** Those that the JVM linked, and so verified, without marks; the others are compared by ASM alone. */
    int linked;

    /** Those of a version before 49. */
    int old;

    /** Sites that got the shim since their method or class would be too large. */
    int tooLarge;

    /** Sites that got the shim since no slot was left. */
    int withoutSlot;

    synchronized void site(Weaving.Site site) {
        sites.merge(site.form(), 1, Integer::sum);
        tooLarge += site.isTooLarge() ? 1 : 0;
        withoutSlot += site.hasNoSlot() ? 1 : 0;
    }

    int sites(Form form) {
        return sites.getOrDefault(form, 0);
    }

    int sites() {
        return sites.values().stream().mapToInt(Integer::intValue).sum();
    }

    void add(Tally other) {
        classes += other.classes;
        marked += other.marked;
        linked += other.linked;
        old += other.old;
        tooLarge += other.tooLarge;
        withoutSlot += other.withoutSlot;
        other.sites.forEach((form, count) -> sites.merge(form, count, Integer::sum));
    }

    /** What would make the whole worthless. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (Form form : Form.values()) {
            if (sites(form) == 0) {
                complaints.add("no site is " + form.word());
            }
        }
        if (linked < classes * 4 / 5) {
            complaints.add("the JVM links only " + linked + " of " + classes + " classes");
        }
        if (tooLarge > sites() / 100) {
            complaints.add(tooLarge + " sites are in what would be too large");
        }
        return complaints;
    }

    static String head() {
        return String.format(
                Locale.ROOT,
                ROW,
                "",
                "classes",
                "verified",
                "< 49",
                "marked",
                "sites",
                "guarded",
                "evaluated",
                "flag",
                "shim",
                "unreachable",
                "large",
                "no slot");
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                ROW,
                name,
                classes,
                linked,
                old,
                marked,
                sites(),
                sites(Form.GUARDED),
                sites(Form.EVALUATED),
                sites(Form.FLAG),
                sites(Form.SHIM),
                sites(Form.UNREACHABLE),
                tooLarge,
                withoutSlot);
    }
}
