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
     * @param isTooLarge whether it got that since the method or the class would be too large
     * @param hasNoSlot whether it got that since all slots are taken, as they are in the end by so many old classes
     * @param reason where it is, and why it is not guarded
     */
    record Site(Form form, boolean isTooLarge, boolean hasNoSlot, String reason) {}

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
                site.form().reason().cause() == Cause.TOO_LARGE,
                site.form().reason().cause() == Cause.NO_SLOT,
                site.method() + ", line " + site.line() + ": "
                        + site.form().reason().sentence());
    }
}
