/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

/**
 * A site in a method that is being looked at.
 *
 * @param site what it is
 * @param region its instructions; null where the site cannot be woven
 */
record FoundSite(MarkedSite site, Region region) {

    boolean isToBeWoven() {
        return site.form() instanceof SiteForm.Guarded || site.form() instanceof SiteForm.Evaluated;
    }
}
