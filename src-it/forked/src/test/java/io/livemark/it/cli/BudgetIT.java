/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.livemark.it.Arrival;
import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Jdk;
import io.livemark.it.probes.CheapProbe;
import io.livemark.it.probes.CostlyProbe;
import io.livemark.it.probes.StuckProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What handlers may cost. */
@Isolated
class BudgetIT {

    private static final int FAILED = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern EXCESS =
            Pattern.compile("\\(it cost too much: its handlers took ([0-9.e+]+) % of (?:one CPU"
                    + "|the CPU time of the process), its limit is 5\\.00 %\\)");

    private static final String FROM_HANDLER_TO_MARK =
            Pattern.quote(StuckProbe.class.getName() + ".turn(StuckProbe.java:") + "\\d+\\)\n +"
                    + Pattern.quote(BudgetTarget.class.getName() + ".turns(BudgetTarget.java:");

    private ForkedJvm target;

    @BeforeEach
    void start() {
        target = ForkedJvm.start(BudgetTarget.class, Arrival.AT_START);
    }

    @AfterEach
    void end() {
        target.close();
    }

    @Test
    void a_probe_that_takes_more_than_its_share_is_taken_out_and_it_is_said_what_it_took() {
        Child follower = follow(CostlyProbe.class, "--max-overhead", "5%");
        String receipt = follower.says("unloaded CostlyProbe");
        Matcher said = EXCESS.matcher(receipt);
        assertTrue(said.find(), receipt);
        assertTrue(Double.parseDouble(said.group(1)) > 5, receipt);
        follower.exits(FAILED);
        target.list().shows("budget.turn", "idle");
    }

    @Test
    void a_probe_that_counts_stays() {
        Child follower = follow(CheapProbe.class, "--max-overhead", "5%", "--for", "5s");
        follower.says("unloaded CheapProbe (its time was over)");
        follower.exits(0);
    }

    @Test
    void without_a_limit_a_probe_may_take_what_it_wants() {
        Child follower = follow(CostlyProbe.class, "--max-overhead", "off", "--for", "5s");
        follower.says("unloaded CostlyProbe (its time was over)");
        follower.exits(0);
    }

    @ParameterizedTest
    @CsvSource({"platform, blocks", "platform, loops", "virtual, blocks", "virtual, loops"})
    void a_handler_that_does_not_return_is_shown_with_its_stack_and_gets_no_more_hits(
            String kind, String way, @TempDir Path directory) {
        assumeTrue(kind.equals("platform") || Jdk.feature() >= 21, "virtual threads");
        String thread = kind.equals("platform") ? "thread turns" : "virtual thread turns";
        target.close();
        Path log = directory.resolve("agent.log");
        // What lies between mark and handler is not shown, whatever the JVM shows.
        target = start(
                "-javaagent:" + Build.agentJar() + "=log=" + log,
                "-Dkind=" + kind,
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+ShowHiddenFrames");
        Child follower = follow(StuckProbe.class, "--arg", "way=" + way, "--max-overhead", "5%");
        String receipt = follower.says("unloaded StuckProbe (it cost too much");
        assertTrue(receipt.contains("; " + thread + " "), receipt);
        assertTrue(receipt.contains(" for a second)"), receipt);
        assertTrue(receipt.endsWith("not closed yet: a handler is still running"), receipt);
        follower.exits(FAILED);
        target.list().shows("budget.turn", "idle");
        target.livemark("list", "--probes").exits(0).saysLike(FROM_HANDLER_TO_MARK);
        isTold(log, "StuckProbe", thread);
    }

    @ParameterizedTest
    @CsvSource({"platform", "virtual"})
    void the_stack_of_a_hit_through_the_shim_goes_from_the_handler_to_the_mark_as_well(String kind) {
        assumeTrue(kind.equals("platform") || Jdk.feature() >= 21, "virtual threads");
        target.close();
        target = start("-Dkind=" + kind, "-XX:+UnlockDiagnosticVMOptions", "-XX:+ShowHiddenFrames");
        Child follower = follow(StuckProbe.class, "--arg", "way=blocks", "--max-overhead", "5%");
        follower.says("unloaded StuckProbe (it cost too much");
        assertEquals(List.of("shim"), target.list("budget.turn", "--sites").forms("budget.turn"));
        target.livemark("list", "--probes").exits(0).saysLike(FROM_HANDLER_TO_MARK);
    }

    @Test
    void it_is_told_where_it_may_take_what_it_wants_and_stays(@TempDir Path directory) {
        target.close();
        Path log = directory.resolve("agent.log");
        target = start("-javaagent:" + Build.agentJar() + "=log=" + log);
        target.load(StuckProbe.class, "--arg", "way=blocks", "--max-overhead", "off")
                .exits(0);
        isTold(log, "StuckProbe", "thread turns");
        // Who sees this one has looked at that one again.
        target.load(StuckProbe.class, "--name", "another", "--arg", "way=blocks", "--max-overhead", "off")
                .exits(0);
        isTold(log, "another", "thread turns");
        isTold(log, "StuckProbe", "thread turns");
        assertEquals(
                List.of("StuckProbe", "another"),
                target.list().marker("budget.turn").get("probes"));
    }

    /** Once, with the stack from the handler to the method with the mark. */
    private void isTold(Path log, String probe, String thread) {
        String frames = "(    \\S.*\n)*    ";
        String said = "a handler of " + probe + " has not returned for a second, ";
        Pattern told = Pattern.compile(
                Pattern.quote(said) + "on " + thread + " \\d #\\d+ \\([A-Z_]+\\):\n" + frames + FROM_HANDLER_TO_MARK);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String text = read(log);
        while (!told.matcher(text).find()) {
            if (System.nanoTime() > deadline) {
                throw target.failure("the log does not tell of the handler:\n" + text);
            }
            LockSupport.parkNanos(10_000_000);
            text = read(log);
        }
        assertEquals(1, text.split(said, -1).length - 1, text);
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ForkedJvm start(String... options) {
        return ForkedJvm.startWithoutAgent(BudgetTarget.class, options);
    }

    private Child follow(Class<?> probe, Object... options) {
        Object[] arguments = new Object[2 + options.length];
        arguments[0] = Build.classFile(probe);
        arguments[1] = "--follow";
        System.arraycopy(options, 0, arguments, 2, options.length);
        Child follower = target.livemarkRunning("load", arguments);
        follower.says("loaded " + probe.getSimpleName());
        return follower;
    }
}
