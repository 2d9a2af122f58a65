/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.probes.NamedProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetachIT {

    @ParameterizedTest
    @EnumSource
    void nothing_of_the_agent_stays_and_it_can_come_again(Arrival arrival) throws IOException {
        try (ForkedJvm target = ForkedJvm.start(LifeTarget.class, arrival)) {
            for (int i = 0; i < 3; i++) {
                target.load(NamedProbe.class).exits(0);
                assertTrue(Files.exists(socket(target)), socket(target).toString());
                target.say("turn 1").prints("hit NamedProbe 1 {}", "did 1");
                target.livemark("detach").exits(0).says("unloaded NamedProbe").says("detached from " + target.pid());
                target.say("turn 2").prints("did 2");
                assertFalse(Files.exists(socket(target)), socket(target).toString());
                target.say("threads livemark").printsNothing();
            }
            target.list().shows("life.turn", "idle");
        }
    }

    @Test
    void the_program_has_its_own_code_back() {
        // What is read through null is read by the original code, and skipped by woven code that is not armed.
        try (ForkedJvm target = ForkedJvm.start(OriginalTarget.class, Arrival.BY_ATTACH)) {
            target.say("read").prints("thrown");
            target.load(NamedProbe.class).exits(0);
            target.livemark("unload", "NamedProbe").exits(0);
            target.say("read").prints("skipped");
            target.livemark("detach").exits(0).says("1 class restored");
            target.say("read").prints("thrown");
        }
    }

    @Test
    void a_jvm_without_the_agent_does_not_get_it_to_be_detached() {
        try (ForkedJvm target = ForkedJvm.startWithoutAgent(LifeTarget.class)) {
            target.livemark("detach").exits(0).says("no agent in " + target.pid());
            target.livemark("unload", "--all").exits(0);
            assertFalse(Files.exists(socket(target)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_jvm_that_ends_takes_its_socket_along() throws IOException {
        Path socket;
        try (ForkedJvm target = ForkedJvm.start(LifeTarget.class, Arrival.AT_START)) {
            socket = socket(target);
            target.livemark("list").exits(0);
            assertTrue(Files.exists(socket));
        }
        assertFalse(Files.exists(socket));
    }

    private static Path socket(ForkedJvm target) throws IOException {
        Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        return Path.of("/tmp/.livemark-" + uid, target.pid() + ".sock");
    }
}
