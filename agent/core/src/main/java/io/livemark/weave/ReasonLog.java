/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;

/** Writes into the agent's log what keeps the sites of a class from being woven: one line a class, and another if that changes. */
final class ReasonLog {

    private final Logger log;

    ReasonLog(Logger log) {
        this.log = log;
    }

    /** Safe on any thread. */
    void tellAll(Collection<MarkedClass> classes) {
        for (MarkedClass marked : classes) {
            tell(marked);
        }
    }

    /** Safe on any thread. */
    void tell(MarkedClass marked) {
        if (!log.isInfoEnabled()) {
            return;
        }
        // A load tells of all classes that it needs, and nearly all of them have none.
        Set<String> reasons = null;
        for (MarkedSite site : marked.sites()) {
            SiteForm form = site.form();
            if (form instanceof SiteForm.Shim || form instanceof SiteForm.Unreachable) {
                reasons = reasons == null ? new LinkedHashSet<>() : reasons;
                reasons.add(form.word() + ", " + form.reason().sentence());
            }
        }
        String told = reasons == null ? "" : String.join("; ", reasons);
        if (marked.isNews(told)) {
            log.info("{}: {}", marked.name(), told);
        }
    }
}
