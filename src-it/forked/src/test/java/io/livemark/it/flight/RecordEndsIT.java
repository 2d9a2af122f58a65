/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The ends of {@code livemark record}, good and bad: what is in the file then, and that nothing stays in the JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordEndsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String AT_THE_END = "1h";
    private static final String OFTEN = "100ms";

    @TempDir
    Path directory;

    private ForkedJvm target;
    private Recorder recorder;

    @BeforeAll
    void start() {
        target = ForkedJvm.start(FlightTarget.class, Arrival.AT_START);
        recorder = new Recorder(target);
    }

    @AfterAll
    void end() {
        target.close();
        assertEquals(List.of(), target.err());
    }

    @Test
    void a_signal_ends_it_with_all_that_was_hit_in_the_file() {
        Path file = directory.resolve("signal.jfr");
        Child record = record(target, file, AT_THE_END);
        target.say("order o1").printsNothing();
        target.say("order o2").printsNothing();
        record.terminate();
        record.exits(143);
        record.says("2 events, ");
        assertEquals(2, Printed.counts(file).get("livemark.flight.order"));
        nothingStays();
    }

    @Test
    void control_c_ends_it_with_all_that_was_hit_in_the_file() {
        Path file = directory.resolve("interrupt.jfr");
        // What a shell starts in the background ignores it, and so would all that we start.
        Child record = record(List.of("env", "--default-signal=INT"), target, file, AT_THE_END);
        target.say("order o1").printsNothing();
        target.say("order o2").printsNothing();
        record.interrupt();
        // 128 and SIGINT.
        record.exits(130);
        record.says("2 events, ");
        assertEquals(2, Printed.counts(file).get("livemark.flight.order"));
        nothingStays();
    }

    @Test
    void a_recording_that_is_ended_in_the_jvm_is_an_error_and_keeps_what_came() throws Exception {
        Path file = directory.resolve("stopped.jfr");
        Child record = record(target, file, OFTEN);
        target.say("order o1").printsNothing();
        awaitEvent(file, record);
        Object name = ((List<?>) target.list().marker("flight.order").get("probes")).get(0);
        recorder.stop(name.toString());
        record.exits(1);
        record.complains("the flight recorder of the JVM failed: its recording was ended there");
        record.says("at least 1 event, ");
        assertEquals(1, Printed.counts(file).get("livemark.flight.order"));
        nothingStays();
    }

    @Test
    void what_the_recorder_loses_is_an_error_and_not_counted() throws Exception {
        Path file = directory.resolve("lost.jfr");
        Path repository = Files.createDirectory(directory.resolve("repository"));
        try (ForkedJvm careless = ForkedJvm.start(
                FlightTarget.class, Arrival.AT_START, "-XX:FlightRecorderOptions=repository=" + repository)) {
            Child record = record(careless, file, OFTEN);
            careless.say("order o1").printsNothing();
            awaitEvent(file, record);
            deleteChunks(repository);
            careless.say("order o2");
            record.exits(1);
            record.complains("the flight recorder of the JVM failed: what it recorded is gone from its repository");
            record.says("at least 1 event, ");
            assertEquals(1, Printed.counts(file).get("livemark.flight.order"));
            new Recorder(careless).shows("flight.order", "idle").hasNoRecording();
        }
    }

    private static void deleteChunks(Path repository) throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            for (Path chunk : files.filter(Files::isRegularFile).toList()) {
                Files.delete(chunk);
            }
        }
    }

    @Test
    void its_time_ends_it_with_all_that_was_hit_in_the_file() {
        Path file = directory.resolve("time.jfr");
        Child record = record(target, file, AT_THE_END, "--for", "3s");
        target.say("order o1").printsNothing();
        record.exits(0);
        record.says("1 event, ");
        assertEquals(1, Printed.counts(file).get("livemark.flight.order"));
        nothingStays();
    }

    @Test
    void what_was_recorded_of_a_jvm_that_goes_stays() throws Exception {
        Path file = directory.resolve("gone.jfr");
        ForkedJvm mortal = ForkedJvm.start(FlightTarget.class, Arrival.AT_START);
        Child record = record(mortal, file, OFTEN);
        mortal.say("order o1").printsNothing();
        awaitEvent(file, record);
        ProcessHandle.of(mortal.pid()).orElseThrow().destroyForcibly();
        record.exits(1);
        record.complains("ended the connection in the middle of the look");
        // It may have written events into a chunk that it had not counted yet.
        record.says("at least 1 event, ");
        assertEquals(1, Printed.counts(file).get("livemark.flight.order"));
    }

    @Test
    void a_file_that_may_not_grow_any_more_keeps_what_was_recorded() throws Exception {
        Path file = directory.resolve("small.jfr");
        // 512 bytes each.
        Child record = record(List.of("sh", "-c", "ulimit -f 1000; exec \"$@\"", "sh"), target, file, OFTEN);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int i = 0; record.isAlive(); i++) {
            target.say("order o" + i).printsNothing();
            assertTrue(
                    System.nanoTime() < deadline,
                    () -> record.failure("it goes on").getMessage());
        }
        record.exits(1);
        record.complains("small.jfr could not be written any more: File too large");
        record.complains("hint: what was recorded until then is in it");
        String sum = record.says(" KiB in ");
        assertTrue(Files.size(file) <= 1000 * 512, sum);
        int events = Printed.counts(file).get("livemark.flight.order");
        assertTrue(sum.startsWith("at least "), sum);
        assertTrue(Integer.parseInt(sum.split(" ")[2]) <= events, () -> sum + ", but " + events);
        nothingStays();
    }

    @Test
    void a_full_disk_is_told_as_such() {
        Child record = record(target, Path.of("/dev/full"), OFTEN);
        target.say("order o1").printsNothing();
        record.exits(1);
        record.complains("/dev/full could not be written: No space left on device");
        record.says("0 events");
        assertTrue(Files.exists(Path.of("/dev/full")));
        nothingStays();
    }

    @Test
    void a_directory_that_goes_before_the_first_hit_is_told() throws IOException {
        Path file = Files.createDirectory(directory.resolve("brief")).resolve("x.jfr");
        Child record = record(target, file, OFTEN);
        Files.delete(file.getParent());
        target.say("order o1").printsNothing();
        record.exits(1);
        record.complains("x.jfr could not be written: there is no such directory");
        assertFalse(Files.exists(file));
        nothingStays();
    }

    private void nothingStays() {
        recorder.shows("flight.order", "idle").hasNoRecording();
    }

    private static Child record(ForkedJvm jvm, Path file, String every, String... options) {
        return record(List.of(), jvm, file, every, options);
    }

    private static Child record(List<String> shell, ForkedJvm jvm, Path file, String every, String... options) {
        List<String> words = new ArrayList<>(shell);
        // Without an archive of classes, which may be greater than the shell allows.
        words.addAll(List.of(
                "env",
                "JAVA_HOME=" + Jdk.home(),
                "LIVEMARK_CACHE=",
                Build.launcher().toString()));
        words.addAll(List.of("record", Long.toString(jvm.pid()), "flight.order", "-o", file.toString()));
        words.addAll(List.of("--max-overhead", "off", "--every", every));
        words.addAll(List.of(options));
        Child record = Child.start(words);
        record.complains("looking at");
        return record;
    }

    private static void awaitEvent(Path file, Child record) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file) || Printed.of(file).events().isEmpty()) {
            assertTrue(
                    System.nanoTime() < deadline,
                    () -> record.failure("nothing comes").getMessage());
            Thread.sleep(20);
        }
    }
}
