/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordingFile;

/**
 * How large the compiled methods are, by the JVM's own events. Its arguments are {@code variant:body,body…}; prints {@code size},
 * variant, body, bytes of C2's code, how many calls to methods of the variant C2 inlined there, and how many it did not. Wants
 * {@code -Xbatch}.
 */
public final class Sizes {

    private static final int C2 = 4;
    private static final long WARM_UP_NANOS = 400_000_000;

    private record Compiled(long size, int inlined, int refused) {}

    private Sizes() {}

    public static void main(String[] specs) throws Exception {
        Path file = Files.createTempFile("sizes", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.Compilation").withThreshold(java.time.Duration.ZERO);
            recording.enable("jdk.CompilerInlining");
            recording.start();
            for (String spec : specs) {
                String name = spec.substring(0, spec.indexOf(':'));
                for (String body : spec.substring(spec.indexOf(':') + 1).split(",")) {
                    new Timing(new Tally(), name, Paired.variant(name), Body.of(body)).warmUp(WARM_UP_NANOS);
                }
            }
            recording.stop();
            recording.dump(file);
        }
        print(read(file), specs);
        Files.delete(file);
    }

    private static void print(Map<String, Compiled> compiled, String[] specs) {
        for (String spec : specs) {
            String name = spec.substring(0, spec.indexOf(':'));
            for (String body : spec.substring(spec.indexOf(':') + 1).split(",")) {
                Compiled code = compiled.get(Paired.className(name) + "." + body);
                if (code != null) {
                    System.out.println(String.join(
                            "\t", "size", name, body, code.size() + "\t" + code.inlined() + "\t" + code.refused()));
                }
            }
        }
    }

    private static Map<String, Compiled> read(Path file) throws IOException {
        Map<String, Compiled> last = new TreeMap<>();
        Map<Integer, int[]> decisions = new TreeMap<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().equals("jdk.CompilerInlining")) {
                RecordedObject callee = event.getValue("callee");
                if (callee.getString("type").startsWith("io/livemark/bench/variants/")) {
                    int[] counts = decisions.computeIfAbsent(event.getInt("compileId"), id -> new int[2]);
                    counts[event.getBoolean("succeeded") ? 0 : 1]++;
                }
            }
        }
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().equals("jdk.Compilation")
                    && event.getShort("compileLevel") == C2
                    && event.getBoolean("succeded")
                    && !event.getBoolean("isOsr")) {
                RecordedMethod method = event.getValue("method");
                int[] counts = decisions.getOrDefault(event.getInt("compileId"), new int[2]);
                last.put(
                        method.getType().getName() + "." + method.getName(),
                        new Compiled(event.getLong("codeSize"), counts[0], counts[1]));
            }
        }
        return last;
    }
}
