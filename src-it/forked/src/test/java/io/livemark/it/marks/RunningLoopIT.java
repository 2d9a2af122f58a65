/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.probes.LoopProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.Parameter;

/** A loop that was running before the agent came, and never returns. */
@Isolated
@HoweverTheAgentComes
class RunningLoopIT {

    @Parameter
    Arrival arrival;

    @TempDir
    Path directory;

    private Compilations compilations;
    private ForkedJvm target;

    @BeforeEach
    void start() {
        compilations = new Compilations(directory.resolve("compilations.log"));
        target = ForkedJvm.start(RunningLoopTarget.class, arrival, compilations.option());
    }

    @AfterEach
    void end() {
        target.close();
    }

    @Test
    void a_loop_that_is_running_is_hit() {
        target.load(LoopProbe.class).exits(0);
        target.prints("hit LoopProbe true word");
        target.livemark("unload", "LoopProbe").exits(0);
        target.prints("closed LoopProbe true");
    }

    @Test
    void the_next_run_of_the_loop_is_hit_too() {
        target.load(LoopProbe.class, "--name", "one").exits(0);
        target.prints("hit one true word");
        target.livemark("unload", "one").exits(0);
        target.say("restart");
        target.load(LoopProbe.class, "--name", "two").exits(0);
        target.prints("hit two true word");
    }

    @Test
    void the_loop_is_compiled_again_after_the_probe_has_gone() {
        for (String name : List.of("one", "two", "three")) {
            target.load(LoopProbe.class, "--name", name).exits(0);
            target.prints("hit " + name + " true word");
            target.livemark("unload", name).exits(0);
        }
        // An old method, left behind by a redefinition, is interpreted until it returns, which this one never does.
        for (int i = 0; compiled() == 0; i++) {
            if (i == 100) {
                throw target.failure("no compiled code for the loop, after so many turns");
            }
            target.say("turn 1000000");
        }
    }

    @Test
    void only_a_loop_that_runs_while_the_agent_comes_takes_the_shim() {
        target.load(LoopProbe.class).exits(0);
        List<String> form = List.of(arrival == Arrival.AT_START ? "guarded" : "shim");
        assertEquals(form, target.list("loop.turn", "--sites").forms("loop.turn"));
    }

    private int compiled() {
        return compilations.ofTheLoopIn(RunningLoopTarget.class, "loop").size();
    }
}
