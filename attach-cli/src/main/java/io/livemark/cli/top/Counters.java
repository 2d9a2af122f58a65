/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Connection;
import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Limits;
import io.livemark.protocol.Marker;
import io.livemark.protocol.Receipt;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The counters that the user has armed: a probe each, leased to a connection that a thread of its own reads. Whatever becomes
 * of this process, they go with it.
 */
final class Counters {

    private final Agent agent;
    private final Consumer<Event> events;
    /** The name of the probe by marker; empty while it is being loaded. */
    private final Map<String, String> probes = new ConcurrentHashMap<>();

    /**
     * @param agent of the JVM
     * @param events is told what happens to them, on any thread
     */
    Counters(Agent agent, Consumer<Event> events) {
        this.agent = agent;
        this.events = events;
    }

    /** {@return the markers that have one} */
    Set<String> markers() {
        return Set.copyOf(probes.keySet());
    }

    /** Arms a counter where there is none, and takes it out where there is one. Returns at once. */
    void toggle(Marker marker) {
        String probe = probes.get(marker.marker());
        if (probe == null) {
            if (marker.state() == Marker.State.MALFORMED || marker.state() == Marker.State.WAITING) {
                events.accept(new Event.Said(marker.marker() + " cannot be counted: " + why(marker)));
                return;
            }
            probes.put(marker.marker(), "");
            inBackground(() -> count(marker));
        } else if (!probe.isEmpty()) {
            inBackground(() -> takeOut(List.of(probe)));
        }
    }

    /** Takes all out and waits for it. */
    void end() {
        List<String> all =
                probes.values().stream().filter(probe -> !probe.isEmpty()).toList();
        if (!all.isEmpty()) {
            takeOut(all);
        }
    }

    private static String why(Marker marker) {
        return marker.state() == Marker.State.WAITING ? "no loaded class holds it yet" : marker.reason();
    }

    private void count(Marker marker) {
        String name = "top-" + ProcessHandle.current().pid() + "-" + marker.marker();
        try (Connection connection = agent.connect()) {
            Reply.Loaded loaded = (Reply.Loaded) connection.ask(new Request.Load(
                    name,
                    Map.of(CounterClass.NAME + ".class", CounterClass.of(marker)),
                    Map.of(),
                    0,
                    true,
                    Limits.DEFAULT));
            probes.put(marker.marker(), loaded.name());
            while (true) {
                if (connection.next() instanceof Reply.Unloaded unloaded) {
                    unloaded.receipts().forEach(receipt -> ended(marker, receipt));
                    return;
                }
            }
        } catch (Problem e) {
            events.accept(new Event.Said(marker.marker() + ": " + e.getMessage()));
        } finally {
            probes.remove(marker.marker());
        }
    }

    private void ended(Marker marker, Receipt receipt) {
        String detail = receipt.detail().isEmpty() ? "" : ": " + receipt.detail();
        events.accept(new Event.Said(
                receipt.cause() == Receipt.Cause.UNLOADED
                        ? marker.marker() + ": counted " + receipt.deliveries()
                        : marker.marker() + ": the agent took the counter out" + detail));
    }

    private void takeOut(List<String> names) {
        try {
            agent.askWhereThere(new Request.Unload(names));
        } catch (Problem e) {
            events.accept(new Event.Said(e.getMessage()));
        }
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "livemark counter");
        thread.setDaemon(true);
        thread.start();
    }
}
