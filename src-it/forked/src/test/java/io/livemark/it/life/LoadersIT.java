/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.probes.PluginProbe;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** One class in several class loaders, some with an API of their own. */
@HoweverTheAgentComes
class LoadersIT {

    @Parameter
    Arrival arrival;

    private ForkedJvm target;

    @BeforeEach
    void start() {
        // Where it is attached, the first command does it, when the loaders and their API are there already.
        target = arrival == Arrival.AT_START
                ? ForkedJvm.start(LoadersTarget.class, arrival)
                : ForkedJvm.startWithoutAgent(LoadersTarget.class);
        target.say("isolated a").printsNothing();
        target.say("sharing b").printsNothing();
        target.say("isolated c").printsNothing();
        run();
    }

    @AfterEach
    void end() {
        target.close();
    }

    @Test
    void a_probe_is_hit_from_every_loader_that_has_the_class() {
        target.load(PluginProbe.class).exits(0);
        assertEquals(3, target.list("--sites").sites("plugin.run").size());
        run("a", "b", "c");
        target.say("isolated d").printsNothing();
        target.say("run d").prints("hit plugin d");
        target.livemark("unload", "PluginProbe").exits(0);
        run();
    }

    @Test
    void loaders_can_go_without_any_probe() {
        target.livemark("list").exits(0).says("plugin.run");
        letGo();
    }

    @Test
    void loaders_can_go_after_a_probe() {
        target.load(PluginProbe.class).exits(0);
        run("a", "b", "c");
        target.livemark("unload", "PluginProbe").exits(0);
        letGo();
    }

    @Test
    void loaders_can_go_while_a_probe_stays() {
        target.load(PluginProbe.class).exits(0);
        run("a", "b", "c");
        letGo();
        target.say("isolated d").printsNothing();
        target.say("run d").prints("hit plugin d");
    }

    private void run(String... hit) {
        for (String name : new String[] {"a", "b", "c"}) {
            boolean expected = List.of(hit).contains(name);
            target.say("run " + name).prints(expected ? new String[] {"hit plugin " + name} : new String[0]);
        }
    }

    private void letGo() {
        for (String name : new String[] {"a", "b", "c"}) {
            target.say("close " + name).printsNothing();
        }
        target.say("gone").prints("0");
    }
}
