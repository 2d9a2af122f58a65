/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import io.livemark.probe.LiveProbe;
import io.livemark.probe.Probes;
import io.livemark.probe.Refusal;
import io.livemark.weave.MarkedClass;
import io.livemark.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * Has the recordings of the JVM's flight recorder get the markers that they ask for.
 *
 * <p>Nothing happens until the JVM loads the recorder. From then on a thread looks what the recordings ask for, at once when one starts
 * or ends and once a second while any runs: the recorder tells nobody that the settings of a running one have changed. The thread ends
 * with the last recording.
 */
public final class Flight {

    private static final long LOOK_MILLIS = 1_000;
    private static final long FAREWELL_MILLIS = 2_000;

    private final Instrumentation instrumentation;
    private final RecordedMarkers markers;
    private final Logger log;

    /** Made before it is needed: where a thread is started for it, the JVM may be in the middle of loading a class. */
    private final Runnable looking = new Looking();

    // Guarded by this object; held for moments, also by threads that start recordings or define classes.
    private FlightWatch watch;
    private Thread thread;
    private boolean woken;
    private Recordings recordings;

    /**
     * Does nothing yet.
     *
     * @param probes where markers are armed
     * @param weaver knows the marked classes
     * @param instrumentation of the JVM
     * @param log for what is recorded, and what goes wrong
     */
    public Flight(Probes probes, Weaver weaver, Instrumentation instrumentation, Logger log) {
        this.instrumentation = instrumentation;
        this.log = log;
        this.markers = new RecordedMarkers(probes, weaver, new Faulty(), log);
    }

    /**
     * Says who looks after probes once there are some.
     *
     * @param watcher is called after each load, on the thread of this room
     */
    public void onLoad(Runnable watcher) {
        markers.onLoad(watcher);
    }

    /** Begins to look for recordings. Does nothing where it does. */
    public void start() {
        FlightWatch begun;
        synchronized (this) {
            if (watch != null) {
                return;
            }
            watch = new FlightWatch(instrumentation, new Waking());
            begun = watch;
        }
        begun.begin();
    }

    /**
     * Looks no more, and loads nothing any more. What is loaded stays, for the caller to unload. Waits for a load that is under way; a
     * while at most.
     */
    public void stop() {
        Thread last;
        Recordings told;
        synchronized (this) {
            if (watch == null) {
                return;
            }
            watch.end();
            watch = null;
            last = thread;
            told = recordings;
            recordings = null;
            notifyAll();
        }
        if (told != null) {
            told.close();
        }
        try {
            if (last != null) {
                last.join(FAREWELL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Looks whether a recording asks for markers of a class. Called while the class is being defined or replaced, on the thread that
     * does; never waits.
     *
     * @param changed the class
     */
    public void changed(MarkedClass changed) {
        if (markers.asksFor(changed)) {
            wake();
        }
    }

    /** Has the thread look at once. On any thread; throws nothing. */
    private synchronized void wake() {
        if (watch == null) {
            return;
        }
        woken = true;
        notifyAll();
        if (thread == null) {
            try {
                thread = new Thread(null, looking, "livemark-flight", 0, false);
                thread.setDaemon(true);
                thread.setContextClassLoader(Flight.class.getClassLoader());
                thread.start();
            } catch (Throwable e) {
                thread = null;
                log.warn("no thread can be had to look what recordings ask for", e);
            }
        }
    }

    // No lambdas on the way of a start: to link one takes longer, and more memory, than a class.

    private final class Waking implements Runnable {

        @Override
        public void run() {
            wake();
        }
    }

    private final class Faulty implements Consumer<LiveProbe> {

        @Override
        public void accept(LiveProbe probe) {
            markers.faulty(probe);
            wake();
        }
    }

    private final class Looking implements Runnable {

        @Override
        public void run() {
            String told = "";
            boolean more = true;
            while (goesOn(more)) {
                try {
                    more = look();
                    told = "";
                } catch (Throwable e) {
                    // Once a second, perhaps; told once.
                    if (!told.equals(e.toString())) {
                        log.warn("what recordings ask for could not be seen to", e);
                    }
                    told = e.toString();
                }
            }
        }
    }

    /** Waits until there is something to look at; false where the thread is to end. */
    private synchronized boolean goesOn(boolean more) {
        try {
            if (more && !woken && watch != null) {
                wait(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            // Nobody of ours does that; it is a reason to look.
        }
        boolean goesOn = watch != null && (more || woken);
        woken = false;
        thread = goesOn ? thread : null;
        return goesOn;
    }

    private boolean look() throws Refusal {
        Recordings seen = recordings();
        if (seen == null) {
            return false;
        }
        var running = seen.running();
        markers.look(running);
        return !running.isEmpty();
    }

    /** Registers with the recorder, once; outside of the monitor, since the recorder takes its own. */
    private Recordings recordings() {
        synchronized (this) {
            if (recordings != null || watch == null) {
                return recordings;
            }
        }
        Recordings made = new JvmRecordings(new Waking());
        synchronized (this) {
            if (watch != null) {
                recordings = made;
                return made;
            }
        }
        made.close();
        return null;
    }
}
