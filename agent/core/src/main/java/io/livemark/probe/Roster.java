/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.protocol.Receipt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is there: a name is taken when a load begins, the probe is called from some moment on, and from another it is on its way
 * out; and whether anybody is let in at all.
 *
 * <p>The monitor of this object makes each of these steps one. It is held for moments, by threads of the agent; under it nothing
 * is asked of the application, nothing is woven and nothing is waited for.
 */
final class Roster {

    private final Arming arming;
    private final Endings endings;
    private final Set<String> loading = new HashSet<>();
    private boolean leaving;

    Roster(Arming arming, Endings endings) {
        this.arming = arming;
        this.endings = endings;
    }

    /** Takes a name for a load, until it is {@linkplain #give given} back. */
    synchronized void take(String name) throws Refusal {
        refuseWhileLeaving();
        for (Ending ending : endings.open()) {
            if (ending.name().equals(name)) {
                throw new Refusal(
                        "a probe named " + name + " is out, but still draining",
                        "livemark list shows the threads that hold it; give this one another name with --name");
            }
        }
        boolean taken = false;
        for (LiveProbe probe : arming.probes()) {
            taken |= probe.name().equals(name);
        }
        if (taken || !loading.add(name)) {
            throw new Refusal(
                    "a probe named " + name + (taken ? " is loaded already" : " is being loaded"),
                    "unload it first, or give this one another name with --name");
        }
    }

    synchronized void give(String name) {
        loading.remove(name);
    }

    /** From here on sites that link call the probe. Its own markers are still to be aimed; it is listed once that is done. */
    synchronized void admit(LiveProbe probe) throws Refusal {
        refuseWhileLeaving();
        arming.add(probe);
    }

    /** From here on nobody begins to call these probes. They are listed as going at once, and are still to be disarmed. */
    synchronized List<Ending> dismiss(List<LiveProbe> probes, Receipt.Cause cause, String detail) {
        List<LiveProbe> gone = arming.probes().stream().filter(probes::contains).toList();
        // First the one, then the other: who looks at both without a lock, in this order too, misses none.
        List<Ending> announced = endings.announce(gone, cause, detail, System.nanoTime());
        arming.remove(gone);
        return announced;
    }

    /** Whether the agent is about to go: then nobody is let in any more. */
    synchronized void leaving(boolean goes) {
        leaving = goes;
    }

    /** As {@link #leaving}; refused where another client has asked for it before. */
    synchronized void leave() throws Refusal {
        refuseWhileLeaving();
        leaving = true;
    }

    synchronized void refuseWhileLeaving() throws Refusal {
        if (leaving) {
            throw new Refusal(
                    "the agent is leaving this JVM: a client has asked it to detach",
                    "try again once it has gone; the command attaches it anew");
        }
    }
}
