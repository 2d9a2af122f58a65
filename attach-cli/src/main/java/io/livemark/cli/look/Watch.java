/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Count;
import io.livemark.cli.jvm.Agent;
import io.livemark.cli.jvm.Connection;
import io.livemark.cli.probe.CompilerModule;
import io.livemark.cli.probe.TargetClassPath;
import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Limits;
import io.livemark.protocol.Receipt;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The look at one JVM, on a thread of its own: from the search for the marker to the receipt of the probe. For markers that come later
 * there are further probes, each read by a thread; with the first one all of them go, and with any of them that does not expire.
 */
final class Watch implements Part.Listener, Newcomers.Look {

    private static final long FAREWELL_MILLIS = 5_000;

    private final Agent agent;
    private final LookCommand command;
    private final Order order;
    private final Finder finder;
    private final List<Part> parts = new ArrayList<>();
    private final List<Thread> readers = new ArrayList<>();
    private volatile boolean isStopped;
    private volatile boolean hasBegun;
    private LookCompiler compiler;
    private Beginning beginning;
    private Newcomers newcomers;
    private long start;

    /**
     * What is the same for all JVMs.
     *
     * @param patterns which markers
     * @param isWaiting whether to wait for one
     * @param name of the probe
     * @param arguments of the probe
     * @param lifeMillis how long to look; 0 for ever
     * @param maxOverhead what the probe may cost
     */
    record Order(
            List<String> patterns,
            boolean isWaiting,
            String name,
            Map<String, String> arguments,
            long lifeMillis,
            double maxOverhead) {}

    /** Where what comes goes. */
    private record Beginning(View view, String shown, Control control) {}

    Watch(Agent agent, LookCommand command, Order order) {
        this.agent = agent;
        this.command = command;
        this.order = order;
        this.finder = new Finder(agent, order.patterns());
    }

    /** Whether there is something to show. */
    boolean hasBegun() {
        return hasBegun;
    }

    Agent agent() {
        return agent;
    }

    /** Looks until the probe is out, and says in what way it ended: nothing where all is well. */
    void run(View view, String shown, Control control) throws Problem {
        CompilerModule.require("which its one-line commands need");
        start = System.nanoTime();
        Finder.Found found =
                finder.await(new Finder.Wait(order.isWaiting(), order.lifeMillis(), () -> isStopped, command::told));
        if (found.markers().isEmpty()) {
            return;
        }
        Reply.Described target = (Reply.Described) agent.ask(new Request.Describe());
        String classPath = TargetClassPath.of(agent.jvm(), target.classPath(), "");
        compiler = new LookCompiler(agent.jvm().pid(), target.javaFeature(), classPath, LookClasses.read());
        beginning = new Beginning(view, shown, control);
        newcomers = new Newcomers(finder, found.markers(), this);
        try (Part first = load(order.name(), found, firstLifeMillis(), "looking at ", "")) {
            if (first != null) {
                end(first.receive(this));
            }
        } finally {
            isStopped = true;
            newcomers.end();
            takeOut();
            awaitReaders();
        }
    }

    /** Takes the probes out. What is on its way comes over the connections that are being read. */
    void stop() {
        isStopped = true;
        takeOut();
    }

    @Override
    public void come() {
        newcomers.come();
    }

    @Override
    public void told(String what) {
        command.told(what);
    }

    @Override
    public void add(int number, Finder.Found found) throws Problem {
        String names = Newcomers.names(found.markers());
        if (!command.takesNewcomers()) {
            command.told("not looked at, since it came later: " + names + "; a new look takes it too");
            return;
        }
        long life = lifeMillis();
        if (life < 0) {
            return;
        }
        Part part = load(order.name() + "-" + number, found, life, "also looking at ", ", which came later: " + names);
        if (part != null) {
            Thread reader = new Thread(() -> read(part), Thread.currentThread().getName() + " " + number);
            reader.setDaemon(true);
            reader.start();
            readers.add(reader);
        }
    }

    /** From now on, or what the wait has left of it. */
    private long firstLifeMillis() {
        if (order.isWaiting() && order.lifeMillis() > 0) {
            return Math.max(1, lifeMillis());
        }
        start = System.nanoTime();
        return order.lifeMillis();
    }

    /** What is left of the time of the look: 0 for ever, negative where it is over. */
    private long lifeMillis() {
        long life = order.lifeMillis();
        if (life == 0) {
            return 0;
        }
        long left = life - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return left == 0 ? -1 : left;
    }

    @Override
    public boolean rename(LookMarker before, LookMarker now) {
        LaterNames names = new LaterNames(before, now, command.allExpressions());
        for (Part part : parts()) {
            LookMarker looked = part.marker(now.kind());
            if (looked != null) {
                String shown = names.areTakenBy(looked) ? part.feed().rename(now) : LaterNames.SOME_LEFT_OUT;
                names.sentence(agent.jvm().pid(), shown).ifPresent(command::told);
                return false;
            }
        }
        return names.areWanted();
    }

    private void read(Part part) {
        try (part) {
            Receipt receipt = part.receive(this);
            end(receipt);
            if (receipt.cause() != Receipt.Cause.EXPIRED) {
                stop();
            }
        } catch (Problem e) {
            beginning.control.failed("part", e.getMessage(), e.hint());
            stop();
        }
    }

    /** Null where the user has stopped it meanwhile, or no expression fits. */
    private Part load(String name, Finder.Found found, long lifeMillis, String before, String behind) throws Problem {
        boolean isFirst = !hasBegun;
        LookCompiler.Compiled compiled =
                compiler.compile(found.markers(), command::source, markers -> !isFirst || command.suffices(markers));
        if (isStopped || compiled.markers().isEmpty()) {
            compiled.leftOut().forEach(command::told);
            return null;
        }
        Connection connection = agent.connect();
        try {
            Reply.Loaded loaded = (Reply.Loaded) connection.ask(new Request.Load(
                    name,
                    compiled.files(),
                    order.arguments(),
                    lifeMillis,
                    true,
                    new Limits(order.maxOverhead(), Limits.DEFAULT.maxExceptions()),
                    new Request.Load.Look(true, isFirst ? order.patterns() : List.of(), found.changes())));
            Feed feed = beginning.view.feed(beginning.shown, agent.jvm().pid(), compiled.markers(), beginning.control);
            Part part = new Part(agent, connection, loaded.name(), feed, compiled.markers());
            synchronized (parts) {
                parts.add(part);
            }
            hasBegun = true;
            command.told(before + Count.of(loaded.markers(), "marker") + ", " + Count.of(loaded.sites(), "site")
                    + " in JVM " + agent.jvm() + behind);
            compiled.markers().forEach(this::tellOrder);
            compiled.leftOut().forEach(command::told);
            if (isStopped) {
                part.takeOut();
            }
            return part;
        } catch (Problem | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    /** Values of different fields stand under one label; whoever reads them should know. */
    private void tellOrder(LookMarker marker) {
        List<LookField> mixed = marker.mixed();
        if (!mixed.isEmpty()) {
            String names = mixed.stream().map(LookField::name).collect(Collectors.joining(", "));
            command.told("the sites of " + marker.name() + " differ in the order of their fields, " + names + ": "
                    + marker.sites(agent.jvm().pid()) + " shows them");
        }
    }

    private void takeOut() {
        parts().forEach(Part::takeOut);
    }

    private List<Part> parts() {
        synchronized (parts) {
            return List.copyOf(parts);
        }
    }

    /** Of probes that are out; they come to their end. */
    private void awaitReaders() {
        try {
            for (Thread reader : readers) {
                reader.join(FAREWELL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Receipt receipt) {
        if (receipt.cause() == Receipt.Cause.TOO_COSTLY) {
            beginning.control.failed(
                    "ended",
                    "the agent ended the look: it cost too much: " + receipt.detail(),
                    "--max-overhead off   lets it");
        } else if (receipt.cause() == Receipt.Cause.FAULTY) {
            beginning.control.failed(
                    "ended",
                    "the agent ended the look: its expressions threw too often",
                    "--where   can leave out what they cannot take");
        }
    }
}
