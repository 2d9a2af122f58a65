/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A class as one class file has it.
 *
 * @param sites its sites, with the forms that they have once the class is woven; it does not change
 * @param facts what decides whether it may be retransformed
 * @param state what was done to it
 * @param fingerprint of the file that came to our transformer; 0 where none did
 */
record ClassVersion(List<MarkedSite> sites, ClassFacts facts, MarkedClass.State state, int fingerprint) {

    ClassVersion(List<MarkedSite> sites, ClassFacts facts, MarkedClass.State state) {
        this(sites, facts, state, 0);
    }

    ClassVersion from(byte[] file) {
        return new ClassVersion(sites, facts, state, Arrays.hashCode(file));
    }

    ClassVersion in(MarkedClass.State next) {
        return new ClassVersion(sites, facts, next, fingerprint);
    }

    ClassVersion with(MarkedSite site) {
        List<MarkedSite> more = new ArrayList<>(sites);
        more.add(site);
        return new ClassVersion(List.copyOf(more), facts, state, fingerprint);
    }

    /** The sites with the form that they have now. */
    List<MarkedSite> now() {
        if (state instanceof MarkedClass.Woven) {
            return sites;
        }
        List<MarkedSite> now = new ArrayList<>(sites.size());
        for (MarkedSite site : sites) {
            now.add(now(site));
        }
        return Collections.unmodifiableList(now);
    }

    private MarkedSite now(MarkedSite site) {
        if (!site.isToBeWoven()) {
            return site;
        }
        if (state instanceof MarkedClass.LeftAlone left) {
            return site.as(new SiteForm.Shim(left.reason()));
        }
        return state instanceof MarkedClass.Unwoven
                ? site.as(new SiteForm.Unwoven(Reason.Cause.NOT_YET.alone()))
                : site;
    }

    /** Whether the class file is another than the program's. */
    boolean isWoven() {
        return state instanceof MarkedClass.Woven && sites.stream().anyMatch(MarkedSite::isToBeWoven);
    }

    /** The sites that call {@code Mark} and are known to, so that the shim has to serve them. */
    List<MarkedSite> shimmed() {
        // Most classes have none; a load asks all of them.
        List<MarkedSite> shimmed = null;
        for (MarkedSite site : sites) {
            MarkedSite now = now(site);
            if (now.form() instanceof SiteForm.Shim) {
                shimmed = shimmed == null ? new ArrayList<>() : shimmed;
                shimmed.add(now);
            }
        }
        return shimmed == null ? List.of() : Collections.unmodifiableList(shimmed);
    }

    /** The sites that call {@code Mark}, the unwoven ones too. */
    List<MarkedSite> callingMark() {
        List<MarkedSite> calling = new ArrayList<>();
        for (MarkedSite site : now()) {
            if (callsMark(site)) {
                calling.add(site);
            }
        }
        return List.copyOf(calling);
    }

    /** Whether {@link #callingMark} are any. */
    boolean callsMark() {
        for (MarkedSite site : sites) {
            if (callsMark(now(site))) {
                return true;
            }
        }
        return false;
    }

    private static boolean callsMark(MarkedSite now) {
        return now.form() instanceof SiteForm.Shim || now.form() instanceof SiteForm.Unwoven;
    }
}
