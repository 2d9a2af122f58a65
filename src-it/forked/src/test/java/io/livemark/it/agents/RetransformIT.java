/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Build;
import io.livemark.it.ForkedJvm;
import io.livemark.it.probes.AnyProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another agent retransforms a marked class, with a transformer that changes nothing or one that adds code. */
class RetransformIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void a_class_that_is_retransformed_has_each_site_once(Order order) {
        try (ForkedJvm target = start(order, "copies")) {
            target.load(AnyProbe.class).exits(0);
            turn(target, 1, true);
            target.say("retransform").printsNothing();
            turn(target, 2, true);
            Turns.BEFORE.areListed(target.list("--sites"), "guarded");
            target.livemark("unload", "AnyProbe").exits(0);
            turn(target, 3, false);
            target.say("retransform").printsNothing();
            turn(target, 4, false);
            target.load(AnyProbe.class).exits(0);
            turn(target, 5, true);
            assertEquals(List.of(), target.err());
        }
    }

    @ParameterizedTest
    @EnumSource
    void code_that_another_agent_adds_stays_and_so_do_the_sites(Order order) {
        try (ForkedJvm target = start(order, "counts")) {
            target.load(AnyProbe.class).exits(0);
            turn(target, 1, true);
            target.say("retransform").printsNothing();
            turn(target, 2, true);
            target.say("calls").prints("2");
            Turns.BEFORE.areListed(target.list("--sites"), "guarded");
            target.livemark("detach").exits(0);
            turn(target, 3, false);
            target.say("retransform").printsNothing();
            turn(target, 4, false);
            target.say("calls").prints("4");
            assertEquals(List.of(), target.err());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_transformer_that_is_added_later_and_retransforms_leaves_each_site_there_once(Order order) {
        try (ForkedJvm target = start(order, "copies")) {
            target.load(AnyProbe.class).exits(0);
            target.say("add counts").printsNothing();
            target.say("retransform").printsNothing();
            turn(target, 1, true);
            target.say("calls").prints("1");
            Turns.BEFORE.areListed(target.list("--sites"), "guarded");
            target.livemark("unload", "AnyProbe").exits(0);
            turn(target, 2, false);
            target.say("calls").prints("2");
        }
    }

    private ForkedJvm start(Order order, String transformer) {
        List<Path> classPath = new ArrayList<>(Build.dependency("asm-"));
        classPath.add(Turns.BEFORE.compile(directory).getParent());
        return order.start(NeighbourTarget.class, classPath, Neighbour.with(transformer, directory));
    }

    private static void turn(ForkedJvm target, int n, boolean armed) {
        target.say("turn " + n).prints(Turns.BEFORE.turn(n, armed));
    }
}
