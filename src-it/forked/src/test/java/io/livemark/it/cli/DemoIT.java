/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.Jdk;
import io.livemark.it.Livemark;
import io.livemark.it.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The demonstration and its shop, from the jar alone. */
class DemoIT {

    private static final int PATIENCE_SECONDS = 60;
    private static final Pattern JVM = Pattern.compile("is JVM (\\d+)");
    private static final Pattern DIRECTORY = Pattern.compile("\\S*/livemark-demo-\\d+");

    @Test
    void the_tour_shows_every_step_and_leaves_nothing() {
        Output tour = Livemark.run("demo").exits(0);
        tour.saysLike("http.request.end +200 ")
                .saysLike("p99 ")
                .saysLike("200=[1-9]")
                .says("unloaded CountByStatus (its time was over)")
                .says("unloaded SlowQueries: disarmed")
                .saysLike("exception: .*is a third one")
                .says("waiting for: refund.paid")
                .saysLike("refund\\.paid .* armed  *1  *1  *WaitsForRefund")
                .says("detached from")
                .says("The shop answered every request.");
        isGone(found(JVM, tour.out()).group(1));
        Path directory = Path.of(found(DIRECTORY, tour.out()).group());
        assertTrue(Files.notExists(directory), directory.toString());
    }

    @Test
    void a_tour_that_is_interrupted_shows_what_was_counted_and_closes_the_shop() {
        Child tour = Livemark.start(List.of("demo"));
        Matcher shop = found(JVM, tour.says("is JVM"));
        tour.complains("looking at");
        interrupt(shop.group(1));
        tour.terminate();
        tour.exits(143);
        assertTrue(
                tour.out().get(tour.out().size() - 1).startsWith("in all "),
                () -> tour.failure("no sum").getMessage());
        assertEquals(1, tour.err().size(), () -> tour.failure("a complaint").getMessage());
        isGone(shop.group(1));
    }

    @Test
    void the_shop_stays_for_commands_of_others_through_a_ctrl_c_that_is_not_for_it() {
        Child demo = Livemark.start(List.of("demo", "--stay"));
        String shop = found(JVM, demo.says("is JVM")).group(1);
        interrupt(shop);
        Livemark.run("count", shop, "http.*", "--for", "1s").exits(0).saysLike("in all [1-9]\\d* hits");
        demo.terminate();
        demo.exits(143);
        demo.says("asked ");
        isGone(shop);
    }

    @Test
    void a_command_that_is_killed_takes_its_shop_along() throws Exception {
        Child demo = Livemark.start(List.of("demo", "--stay"));
        String shop = found(JVM, demo.says("is JVM")).group(1);
        ProcessHandle process = ProcessHandle.of(Long.parseLong(shop)).orElseThrow();
        String[] words = process.info().arguments().orElseThrow();
        Path directory = Path.of(words[words.length - 1]);
        assertTrue(Files.isDirectory(directory), directory.toString());
        demo.kill();
        process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertTrue(Files.notExists(directory), directory.toString());
    }

    @Test
    void a_shop_that_is_to_stay_for_a_while_closes_by_itself() {
        Output demo = Livemark.run("demo", "--for", "500ms").exits(0).says("asked ");
        isGone(found(JVM, demo.out()).group(1));
    }

    @Test
    void what_is_sent_to_both_ends_both_without_a_complaint() {
        Child demo = Livemark.start(List.of("demo", "--stay"));
        String shop = found(JVM, demo.says("is JVM")).group(1);
        Child.start(List.of("kill", "-TERM", shop, Long.toString(demo.pid()))).exits(0);
        demo.exits(143);
        assertEquals(List.of(), demo.err());
        isGone(shop);
    }

    @Test
    void a_shop_that_is_killed_ends_the_command_that_waits() {
        Child demo = Livemark.start(List.of("demo", "--stay"));
        String shop = found(JVM, demo.says("is JVM")).group(1);
        ProcessHandle.of(Long.parseLong(shop)).orElseThrow().destroyForcibly();
        demo.exits(1);
        demo.complains("the JVM of the shop has gone");
    }

    @Test
    void without_a_compiler_it_says_so_before_it_starts_anything() {
        Child demo = Child.start(List.of(
                Jdk.tool("java"),
                "--limit-modules",
                "java.base,java.instrument,jdk.attach",
                "-jar",
                Build.cliJar().toString(),
                "demo"));
        demo.exits(1);
        demo.complains("has no compiler");
        demo.complains("hint: run livemark with a JDK");
        assertEquals(List.of(), demo.out());
    }

    /** What a terminal sends to all processes in front. */
    private static void interrupt(String pid) {
        Child.start(List.of("kill", "-INT", pid)).exits(0);
    }

    private static void isGone(String pid) {
        assertTrue(ProcessHandle.of(Long.parseLong(pid)).isEmpty(), pid);
    }

    private static Matcher found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher;
    }
}
