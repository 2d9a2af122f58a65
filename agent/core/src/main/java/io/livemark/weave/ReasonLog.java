/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.stream.Collectors;
import org.slf4j.Logger;

/** Writes into the agent's log what keeps the sites of a class from being woven: one line a class, and another if that changes. */
final class ReasonLog {

    private final Logger log;

    ReasonLog(Logger log) {
        this.log = log;
    }

    /** Safe on any thread. */
    void tell(MarkedClass marked) {
        if (!log.isInfoEnabled()) {
            return;
        }
        String reasons = marked.sites().stream()
                .map(MarkedSite::form)
                .filter(form -> form instanceof SiteForm.Shim || form instanceof SiteForm.Unreachable)
                .map(form -> form.word() + ", " + form.reason().sentence())
                .distinct()
                .collect(Collectors.joining("; "));
        if (marked.isNews(reasons)) {
            log.info("{}: {}", marked.name(), reasons);
        }
    }
}
