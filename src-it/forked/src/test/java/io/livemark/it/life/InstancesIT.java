/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.probes.BookProbe;
import io.livemark.it.probes.ShelfProbe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A probe that uses a type of which each loader of the application may have another. */
@HoweverTheAgentComes
class InstancesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Parameter
    Arrival arrival;

    private ForkedJvm target;

    @BeforeEach
    void start() {
        target = ForkedJvm.start(ReadersTarget.class, arrival);
    }

    @AfterEach
    void end() {
        target.close();
    }

    @Test
    void every_loader_with_a_book_of_its_own_gets_an_object_of_its_own() {
        open("isolated a", "isolated c", "sharing b", "sharing e");
        target.load(BookProbe.class).exits(0).says("2 markers").says("8 sites");
        target.say("said").prints("made made made");
        isHitBy("a", "c");
        // The application's own, which both share; the last of them has put its name on it.
        target.say("run b").prints("hit by b", "hit 1 on the shelf of e");
        target.say("run e").prints("hit by e", "hit 1 on the shelf of e");
        target.livemark("list").exits(0).saysLike("BookProbe +\\S+ +book\\.\\S+ book\\.\\S+ +8 +0 ");
        target.livemark("unload", "BookProbe").exits(0).says("8 deliveries, 0 exceptions");
        target.say("said").prints("closed closed closed");
        target.say("run a").printsNothing();
        letGo("a", "c", "b", "e");
    }

    @Test
    void a_loader_that_comes_later_gets_its_object_too() {
        open("isolated a");
        target.load(BookProbe.class).exits(0);
        target.say("said").prints("made");
        open("isolated b", "sharing c");
        isHitInTheEndBy("b");
        isHitInTheEndBy("c");
        isHitBy("a", "b", "c");
        target.say("said").prints("made made");
        target.livemark("list").exits(0).keepsQuietAbout("not called");
        target.livemark("unload", "BookProbe").exits(0);
        target.say("said").prints("closed closed closed");
        letGo("a", "b", "c");
    }

    @Test
    void a_probe_that_waits_is_there_for_the_first_hit_of_the_loader_of_the_application() {
        target.load(BookProbe.class).exits(0).says("waiting");
        target.say("said").prints("made");
        open("own a");
        isHitBy("a");
        open("isolated b");
        isHitInTheEndBy("b");
        target.livemark("unload", "BookProbe").exits(0);
        target.say("close a").printsNothing();
        letGo("b");
    }

    @Test
    void a_loader_can_go_while_the_probe_stays_and_its_object_is_closed() {
        open("isolated a", "isolated b");
        target.load(BookProbe.class).exits(0);
        target.say("said").prints("made made");
        open("isolated c");
        isHitInTheEndBy("c");
        isHitBy("a", "b");
        target.say("said").prints("made");
        letGo("a", "c");
        inTheEnd("two objects are closed", () -> "closed closed".equals(said()));
        isHitBy("b");
        target.livemark("list").exits(0).keepsQuietAbout("not called").keepsQuietAbout("exception:");
        target.livemark("unload", "BookProbe").exits(0);
        target.say("said").prints("closed");
        letGo("b");
    }

    @Test
    void a_loader_of_old_class_files_can_go_while_the_probe_stays() {
        open("aged a", "isolated b");
        target.load(BookProbe.class).exits(0);
        isHitBy("a", "b");
        assertEquals(List.of("flag", "guarded"), target.list("--sites").forms("book.count"));
        letGo("a");
        isHitBy("b");
        target.livemark("unload", "BookProbe").exits(0).says("6 deliveries, 0 exceptions");
    }

    @Test
    void an_object_for_two_loaders_finds_the_types_of_the_application_when_either_has_gone() {
        for (String first : List.of("b", "e")) {
            String other = first.equals("b") ? "e" : "b";
            open("sharing b", "sharing e");
            target.load(ShelfProbe.class).exits(0);
            target.say("close " + first).printsNothing();
            target.say("gone").prints("0");
            target.say("run " + other).prints("hit 1 on the shelf of e");
            target.livemark("unload", "ShelfProbe").exits(0).says("1 delivery, 0 exceptions");
            letGo(other);
        }
    }

    @Test
    void a_loader_that_cannot_be_served_is_shown_and_the_others_go_on() {
        open("isolated a");
        target.load(BookProbe.class).exits(0);
        target.say("set refuse").printsNothing();
        open("isolated b");
        inTheEnd(
                "the list shows what is wrong",
                () -> target.livemark("list")
                        .exits(0)
                        .out()
                        .contains("not called: io.livemark.it.probes.BookProbe was not loaded: its constructor threw"
                                + " java.lang.IllegalStateException: refused"));
        target.say("run b").printsNothing();
        isHitBy("a");
        target.livemark("unload", "BookProbe").exits(0).says("2 deliveries, 0 exceptions");
        letGo("a", "b");
    }

    private void open(String... commands) {
        List.of(commands).forEach(command -> target.say(command).printsNothing());
    }

    private void isHitBy(String... names) {
        for (String name : names) {
            target.say("run " + name).prints("hit by " + name, "hit 1 on the shelf of " + name);
        }
    }

    private void isHitInTheEndBy(String name) {
        inTheEnd("hits of " + name, () -> target.say("run " + name).lines().size() == 2);
    }

    /** What was said so far, over several looks. */
    private String said = "";

    private String said() {
        for (String line : target.say("said").lines()) {
            said = (said + " " + line).trim();
        }
        return said;
    }

    private void inTheEnd(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw target.failure("in vain: " + what);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private void letGo(String... names) {
        for (String name : names) {
            target.say("close " + name).printsNothing();
        }
        target.say("gone").prints("0");
    }
}
