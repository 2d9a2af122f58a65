/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.life.HeldTarget;
import io.livemark.it.probes.EmittingProbe;
import io.livemark.it.probes.HoldingProbe;
import io.livemark.it.probes.NamedProbe;
import io.livemark.it.probes.ThrowingProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's log has the receipt of every probe, also where no client waits for it. */
class ReceiptLogIT {

    private static final String SEEN = ": disarmed in [0-9.]+ m?s, drained in [0-9.]+ m?s; ";

    @TempDir
    Path directory;

    @Test
    void of_a_probe_that_goes_by_itself_the_log_says_what_the_client_would_have_seen() throws IOException {
        Path log = directory.resolve("agent.log");
        try (ForkedJvm target = start(TurnTarget.class, log)) {
            target.load(NamedProbe.class, "--for", "200ms").exits(0);
            logs(
                    target,
                    log,
                    "unloaded NamedProbe \\(its time was over\\)" + SEEN + "0 deliveries, 0 exceptions; closed");

            target.load(ThrowingProbe.class).exits(0);
            for (int i = 0; i < 100; i++) {
                target.say("turn " + i).printsNothing();
            }
            logs(
                    target,
                    log,
                    "unloaded ThrowingProbe \\(it threw too often\\)" + SEEN + "100 deliveries, 100 exceptions");
            target.livemark("unload", "ThrowingProbe")
                    .exits(1)
                    .complains("no probe named ThrowingProbe is loaded any more: unloaded ThrowingProbe (it threw");

            Child follower = target.livemarkRunning("load", Build.classFile(EmittingProbe.class), "--follow");
            follower.says("loaded EmittingProbe");
            follower.kill();
            logs(target, log, "unloaded EmittingProbe \\(its client has gone\\)" + SEEN + "0 deliveries");

            target.load(NamedProbe.class).exits(0);
            String said = target.livemark("unload", "NamedProbe").exits(0).out();
            logs(target, log, Pattern.quote(said.strip()));
        }
    }

    @Test
    void what_is_seen_later_is_told_later() throws IOException {
        Path log = directory.resolve("agent.log");
        try (ForkedJvm target = start(HeldTarget.class, log)) {
            target.load(HoldingProbe.class, "--for", "1s").exits(0);
            target.say("hold platform").printsNothing();
            logs(
                    target,
                    log,
                    "over\\): disarmed in [0-9.]+ m?s; 1 delivery, 0 exceptions; not closed yet: a handler is");
            target.say("release");
            logs(
                    target,
                    log,
                    "over\\): disarmed in [0-9.]+ m?s, drained in [0-9.]+ s; 1 delivery, 0 exceptions; closed");
        }
    }

    private static ForkedJvm start(Class<?> main, Path log) {
        return ForkedJvm.startWithoutAgent(main, "-javaagent:" + Build.agentJar() + "=log=" + log);
    }

    private static void logs(ForkedJvm target, Path log, String regex) throws IOException {
        Pattern expected = Pattern.compile(regex);
        long deadline = System.nanoTime() + 30_000_000_000L;
        List<String> lines = Files.readAllLines(log);
        while (lines.stream().noneMatch(line -> expected.matcher(line).find())) {
            if (System.nanoTime() > deadline) {
                throw target.failure("nothing like '" + regex + "' in the log:\n" + String.join("\n", lines));
            }
            Thread.onSpinWait();
            lines = Files.readAllLines(log);
        }
    }
}
