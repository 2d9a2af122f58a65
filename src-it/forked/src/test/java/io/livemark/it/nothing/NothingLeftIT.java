/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.nothing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Answer;
import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Jdk;
import io.livemark.it.LivemarkHere;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Probes come and go, {@code -Dlivemark.cycles=1000} times, while 200 threads and, where the JDK has them, 10,000 virtual
 * threads come to the mark. What the JVM holds does not grow over the second half of that.
 */
@Isolated
class NothingLeftIT {

    private static final int CYCLES = Integer.getInteger("livemark.cycles", 200);
    private static final int THREADS = 200;
    private static final int VIRTUAL = Jdk.feature() >= 21 ? 10_000 : 0;
    private static final int WARM_UP = 40;

    /** Compiled from another profile, the code may be laid out a little differently. */
    private static final double LAYOUT_BYTES = 16;

    /** Every so many cycles the probe stays until all threads have been inside. */
    private static final int ALL_INSIDE = 50;

    @Test
    void what_the_jvm_holds_does_not_grow() {
        try (ForkedJvm target = ForkedJvm.start(
                CycleTarget.class,
                Arrival.AT_START,
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                // Of a turn there is code of its own, and the threads run it.
                "-XX:CompileCommand=quiet",
                "-XX:CompileCommand=dontinline,*CycleTarget::turn",
                "-Dthreads=" + THREADS,
                "-Dvirtual=" + VIRTUAL)) {
            LivemarkHere livemark = LivemarkHere.on(target);
            // Compiled as a whole only when it is called again: until then, in the midst of its loop.
            target.say("speed");
            target.say("speed");
            long before = number(target.say("speed"));
            long codeBefore = number(target.say("size"));
            cycles(livemark, target, WARM_UP);
            Map<String, Long> start = figures(target);
            rest(livemark, CYCLES / 2);
            Map<String, Long> rested = figures(target);
            cycles(livemark, target, CYCLES / 2);
            Map<String, Long> half = figures(target);
            cycles(livemark, target, CYCLES / 2);
            Map<String, Long> end = figures(target);
            target.say("speed");
            target.say("speed");
            long after = number(target.say("speed"));
            long codeAfter = number(target.say("size"));
            List<String> table = table(start, rested, half, end);
            table.add("turns a millisecond before " + before + ", after " + after);
            table.add("bytes of code of a turn before " + codeBefore + ", after " + codeAfter);
            table.forEach(System.out::println);
            // No time is compared here: the same code takes the same time.
            assertEquals(codeBefore, codeAfter, LAYOUT_BYTES, "bytes of the compiled code of a turn");
            target.say("wrong").prints("0");
            target.say("locals").prints("{}");
            List<String> grown = new ArrayList<>();
            end.forEach((name, figure) -> {
                long noise = Math.abs(rested.get(name) - start.get(name));
                if (figure - half.get(name) > 2 * noise + allowance(name, figure)) {
                    grown.add(name);
                }
            });
            assertTrue(grown.isEmpty(), () -> grown + " have grown\n" + String.join("\n", table));
        }
    }

    private static void cycles(LivemarkHere livemark, ForkedJvm target, int count) {
        for (int i = 0; i < count; i++) {
            livemark.load(CycleProbe.class).exits(0);
            if (i % ALL_INSIDE == 0) {
                long hits = number(target.say("hits"));
                target.say("turn");
                assertTrue(number(target.say("hits")) >= hits + THREADS + VIRTUAL, "all threads are hit");
            }
            livemark.run("unload", "CycleProbe").exits(0).says("; closed");
        }
        long hits = number(target.say("hits"));
        target.say("turn");
        assertEquals(hits, number(target.say("hits")), "hits of a probe that has gone");
        target.say("probes").prints("0");
    }

    /** What a JVM does anyway: as many connections, and no probe. */
    private static void rest(LivemarkHere livemark, int count) {
        for (int i = 0; i < count; i++) {
            livemark.run("list").exits(0);
            livemark.run("unload", "--all").exits(0);
        }
    }

    private static Map<String, Long> figures(ForkedJvm target) {
        Map<String, Long> figures = new LinkedHashMap<>();
        for (String line : target.say("figures").lines()) {
            int equals = line.indexOf('=');
            figures.put(line.substring(0, equals), Long.valueOf(line.substring(equals + 1)));
        }
        return figures;
    }

    /** What a leak of one thing in twenty cycles would stay below; memory is given out in chunks, and code when it is hot. */
    private static long allowance(String name, long figure) {
        return switch (name) {
            case "threads", "open files" -> 2;
            case "metaspace bytes", "compressed class space bytes" -> figure / 100;
            case "code cache bytes" -> figure / 20;
            default -> CYCLES / 20;
        };
    }

    private static List<String> table(
            Map<String, Long> start, Map<String, Long> rested, Map<String, Long> half, Map<String, Long> end) {
        List<String> table = new ArrayList<>();
        table.add(String.format("%-30s %12s %12s %12s %12s", "", "start", "no probes", "half", "end"));
        end.forEach((name, figure) -> table.add(String.format(
                "%-30s %12d %12d %12d %12d", name, start.get(name), rested.get(name), half.get(name), figure)));
        return table;
    }

    private static long number(Answer answer) {
        return Long.parseLong(answer.line());
    }
}
