/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.LivemarkHere;
import io.livemark.it.ProbeRow;
import io.livemark.it.Said;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A probe, or a loader, waits for a lock that a thread of the application holds. That thread must be able to go on, so that it can let go; and
 * other clients are answered.
 */
@HoweverTheAgentComes
class LocksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Parameter
    Arrival arrival;

    private ForkedJvm target;
    private LivemarkHere livemark;

    @BeforeEach
    void start() {
        target = ForkedJvm.start(LocksTarget.class, arrival);
        livemark = LivemarkHere.on(target);
    }

    @AfterEach
    void end() {
        target.close();
    }

    @Test
    void in_its_handler() {
        livemark.load(LockProbe.class, "--arg", "where=handler").exits(0);
        target.say("hold");
        target.say("turn");
        target.say("waits");
        livemark.run("unload", "LockProbe", "--wait", "disarmed").exits(0).says("disarmed in");
        theHolderGoesOnAndLetsGo();
        target.say("end");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (ProbeRow row = livemark.probe("LockProbe"); row.there(); row = livemark.probe("LockProbe")) {
            if (System.nanoTime() > deadline) {
                throw row.failure("is still there");
            }
        }
    }

    @Test
    void in_its_constructor() {
        target.say("hold");
        CompletableFuture<Said> load =
                CompletableFuture.supplyAsync(() -> livemark.load(LockProbe.class, "--arg", "where=constructor"));
        target.say("waits");
        theHolderGoesOnAndLetsGo();
        load.join().exits(0);
    }

    @Test
    void in_its_close_method() {
        livemark.load(LockProbe.class, "--arg", "where=close").exits(0);
        target.say("hold");
        CompletableFuture<Said> unload = CompletableFuture.supplyAsync(() -> livemark.run("unload", "LockProbe"));
        target.say("waits");
        theHolderGoesOnAndLetsGo();
        unload.join().exits(0).says("; closed");
    }

    @Test
    void in_a_loader_that_is_asked_for_a_class_file() {
        target.say("define");
        target.say("hold");
        CompletableFuture<Said> list = CompletableFuture.supplyAsync(() -> livemark.run("list"));
        if (arrival == Arrival.BY_ATTACH) {
            target.say("waits");
        } else {
            // Of what is defined under its eyes the agent asks nobody for the file.
            list.join();
        }
        livemark.run("detach").exits(0);
        target.say("release");
        list.join().exits(0);
    }

    private void theHolderGoesOnAndLetsGo() {
        target.say("work").prints("worked");
        livemark.run("list").exits(0);
        target.say("release");
    }
}
