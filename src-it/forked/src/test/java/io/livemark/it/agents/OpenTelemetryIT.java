/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.ForkedJvm;
import io.livemark.it.Listing;
import io.livemark.it.probes.AnyProbe;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OpenTelemetry's transformer retransforms: it adds code to marked methods, and a field to marked classes. */
class OpenTelemetryIT {

    private static final String[] OPTIONS = {
        "-Dotel.traces.exporter=console",
        "-Dotel.metrics.exporter=none",
        "-Dotel.logs.exporter=none",
        "-Dotel.service.name=telemetry",
        // Only what the target needs: each kind of instrumentation looks at each class.
        "-Dotel.instrumentation.common.default-enabled=false",
        "-Dotel.instrumentation.executors.enabled=true",
        "-Dotel.instrumentation.java-http-client.enabled=true",
        "-Dotel.instrumentation.methods.enabled=true",
        "-Dotel.instrumentation.methods.include=" + TelemetryTarget.class.getName() + "[traced]",
        // Most of the time goes into starting it.
        "-XX:TieredStopAtLevel=1",
    };

    @ParameterizedTest
    @EnumSource
    void marks_in_instrumented_classes_are_hit_once_and_every_span_is_there(Order order) {
        ForkedJvm target = order.start(TelemetryTarget.class, List.of(), ForeignAgent.openTelemetry(), OPTIONS);
        try (target) {
            target.say("turn 1").prints("made 2 1 200");
            target.load(AnyProbe.class).exits(0);
            target.say("turn 2")
                    .prints(
                            "hit telemetry.task [2]",
                            "hit telemetry.traced [2]",
                            "hit telemetry.served [/order]",
                            "hit telemetry.requested [200]",
                            "made 3 4 200");
            Listing list = target.list("telemetry.*", "--sites");
            for (String marker : List.of("telemetry.task", "telemetry.traced", "telemetry.requested")) {
                assertEquals(1, list.sites(marker).size(), marker);
                assertEquals(1, list.hits(marker), marker);
            }
            assertEquals(List.of("guarded"), list.forms("telemetry.traced"));
            assertEquals(List.of("guarded"), list.forms("telemetry.task"));
            target.livemark("unload", "AnyProbe").exits(0);
            target.say("turn 3").prints("made 4 9 200");
            target.livemark("detach").exits(0);
            target.say("turn 4").prints("made 5 16 200");
        }
        // The last spans are written as the JVM ends.
        assertEquals(
                4,
                spans(target, "'TelemetryTarget.traced'"),
                () -> target.failure("spans of the method").getMessage());
        assertEquals(
                4,
                spans(target, "'GET' "),
                () -> target.failure("spans of requests").getMessage());
        assertEquals(
                List.of(),
                target.err().stream()
                        .filter(line ->
                                line.contains(" WARN ") || line.contains(" ERROR ") || line.contains("Exception"))
                        .toList());
    }

    private static long spans(ForkedJvm target, String name) {
        return target.err().stream().filter(line -> line.contains(name)).count();
    }
}
