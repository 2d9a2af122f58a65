/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import io.livemark.weave.ClassWeaver;
import io.livemark.weave.MarkedSite;
import io.livemark.weave.Reason.Cause;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the weaver makes of a class file. The one place that calls it directly; what the agent itself made is compared with this.
 *
 * @param file the woven class file; null where the class is left as it is
 * @param sites its sites, in the order of the file
 */
record Weaving(byte[] file, List<Site> sites) {

    /**
     * A site.
     *
     * @param form the form that it got
     * @param isFull whether it got that since nothing else fits any more: into the method, the class, or the slots
     * @param reason where it is, and why it is not guarded
     */
    record Site(Form form, boolean isFull, String reason) {}

    private static final Set<Cause> FULL = Set.of(Cause.TOO_LARGE, Cause.NO_SLOT);

    /**
     * Weaves.
     *
     * @param loader the loader that is to have it
     */
    static Weaving of(byte[] file, ClassLoader loader) {
        ClassWeaver.Woven woven = ClassWeaver.weave(file, loader);
        return new Weaving(
                woven.file(), woven.sites().stream().map(Weaving::site).toList());
    }

    private static Site site(MarkedSite site) {
        return new Site(
                Form.valueOf(site.form().word().toUpperCase(Locale.ROOT)),
                FULL.contains(site.form().reason().cause()),
                site.method() + ", line " + site.line() + ": "
                        + site.form().reason().sentence());
    }
}
