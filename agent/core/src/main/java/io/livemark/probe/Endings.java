/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.protocol.Receipt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;

/** The probes that are going, and the last ones that went. Safe on any thread; never waits. */
final class Endings {

    private static final int MOST_REMEMBERED = 32;

    private final Logger log;
    private final List<Ending> open = new ArrayList<>();
    private final List<Ending> notStarted = new ArrayList<>();
    private final Deque<Ending> remembered = new ArrayDeque<>();
    private Runnable onAllClosed;

    Endings(Logger log) {
        this.log = log;
    }

    /** Remembers that probes are on their way out, and are being disarmed; for {@link #begin}. */
    synchronized List<Ending> announce(List<LiveProbe> gone, Receipt.Cause cause, String detail, long start) {
        List<Ending> announced = gone.stream()
                .map(probe -> new Ending(probe, cause, detail, start, log))
                .toList();
        open.removeIf(Ending::isClosed);
        open.addAll(announced);
        announced.forEach(remembered::addFirst);
        while (remembered.size() > MOST_REMEMBERED) {
            remembered.removeLast();
        }
        return announced;
    }

    /** Begins the end of probes that are disarmed, each on a thread of its own: one that hangs must not hold up another. */
    void begin(List<Ending> announced) {
        announced.forEach(Ending::disarmed);
        announced.forEach(this::start);
    }

    private void start(Ending ending) {
        Thread thread = new Thread(null, () -> run(ending), "livemark-end", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(Endings.class.getClassLoader());
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            log.warn(
                    "no thread can be had to wait for the handlers of {}; tried again when somebody asks",
                    ending.name());
            synchronized (this) {
                notStarted.add(ending);
            }
        }
    }

    private void run(Ending ending) {
        ending.run();
        Runnable last;
        synchronized (this) {
            last = open().isEmpty() ? onAllClosed : null;
            onAllClosed = last == null ? onAllClosed : null;
        }
        if (last != null) {
            last.run();
        }
    }

    /** Runs something once no probe is left that is not closed: at once, on this thread, or on that which closes the last one. */
    void whenAllClosed(Runnable task) {
        synchronized (this) {
            if (!open().isEmpty()) {
                onAllClosed = task;
                return;
            }
        }
        task.run();
    }

    /** {@return those that are not closed yet, in the order in which their end began} */
    synchronized List<Ending> open() {
        List<Ending> late = List.copyOf(notStarted);
        notStarted.clear();
        for (Ending ending : late) {
            start(ending);
        }
        for (Iterator<Ending> all = open.iterator(); all.hasNext(); ) {
            if (all.next().isClosed()) {
                all.remove();
            }
        }
        return List.copyOf(open);
    }

    /** {@return what was seen of the last probe of a name that went; null where nobody remembers one} */
    synchronized Receipt last(String name) {
        return remembered.stream()
                .filter(ending -> ending.name().equals(name))
                .findFirst()
                .map(Ending::receipt)
                .orElse(null);
    }
}
