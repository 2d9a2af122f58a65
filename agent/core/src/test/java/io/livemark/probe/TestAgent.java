/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.protocol.Limits;
import io.livemark.protocol.Receipt;
import io.livemark.weave.ClassFiles;
import io.livemark.weave.Weaver;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.helpers.NOPLogger;

/** The agent in an {@link Application}, as far as its probes go; and what they say. */
final class TestAgent implements AutoCloseable {

    final Application application;
    final Weaver weaver;
    final Probes probes;
    final List<LiveProbe> faulty = new ArrayList<>();

    private final EventBuffer events = new EventBuffer();

    TestAgent(Application application) {
        this(application, true, step -> {});
    }

    /**
     * @param fromTheStart whether it comes with the application; else it is attached
     * @param onlooker sees each load go on
     */
    TestAgent(Application application, boolean fromTheStart, LoadStep.Onlooker onlooker) {
        this.application = application;
        this.weaver = new Weaver(application.instrumentation(), NOPLogger.NOP_LOGGER);
        this.probes = new Probes(weaver, NOPLogger.NOP_LOGGER, onlooker);
        LivemarkBridge.listener(probes.listener());
        weaver.prepare(ClassFiles.compile("Sample", "class Sample { { io.livemark.Mark.mark(\"sample\"); } }")
                .get("Sample"));
        weaver.install(fromTheStart, probes::changed);
    }

    /** Loads a probe whose one handler emits some values. */
    Probes.Loaded load(String name, String pattern, String parameters, String values) throws Refusal {
        return load(name, """
                public class %s {
                    private final io.livemark.ProbeContext context;
                    public %s(io.livemark.ProbeContext context) { this.context = context; }
                    @io.livemark.Probe("%s") void hit(%s) { context.emit(%s); }
                }
                """.formatted(name, name, pattern, parameters, values));
    }

    /** Loads a probe that may name types of the application. */
    Probes.Loaded load(String name, String source) throws Refusal {
        return load(files(name, source), Limits.DEFAULT);
    }

    Probes.Loaded load(Map<String, byte[]> files, Limits limits) throws Refusal {
        return probes.load(new LoadOrder("", files, Map.of(), events, limits, false), faulty::add);
    }

    Map<String, byte[]> files(String name, String source) {
        String path = application.folder() + File.pathSeparator + System.getProperty("java.class.path");
        Map<String, byte[]> files = new HashMap<>();
        ClassFiles.compile(name, source, "-cp", path).forEach((file, bytes) -> files.put(file + ".class", bytes));
        return files;
    }

    Receipt unload(LiveProbe probe) {
        List<Receipt> receipts = probes.unload(List.of(probe), Receipt.Cause.UNLOADED);
        assertEquals(1, receipts.size());
        return receipts.get(0);
    }

    /** What probes have emitted since this was asked last. */
    List<String> said() {
        List<String> texts = new ArrayList<>();
        for (EventBuffer.Event event = events.poll(); event != null; event = events.poll()) {
            texts.add(event.text());
        }
        return texts;
    }

    @Override
    public void close() throws IOException {
        probes.unload(probes.loaded(), Receipt.Cause.UNLOADED);
        LivemarkBridge.listener(null);
        application.close();
    }
}
