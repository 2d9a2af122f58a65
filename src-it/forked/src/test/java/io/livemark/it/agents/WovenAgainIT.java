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

/** Another agent keeps the class file as it is behind our transformer, and redefines the class with it. */
class WovenAgainIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"FIRST", "LATE_BUT_FIRST"})
    void woven_code_that_comes_again_has_each_site_once(Order order) {
        List<Path> classPath = new ArrayList<>(Build.dependency("asm-"));
        classPath.add(Turns.BEFORE.compile(directory).getParent());
        try (ForkedJvm target = order.start(NeighbourTarget.class, classPath, Neighbour.with("looks", directory))) {
            target.load(AnyProbe.class).exits(0);
            turn(target, 1, true);
            target.say("redefine-as-seen").printsNothing();
            turn(target, 2, true);
            Turns.BEFORE.areListed(target.list("--sites"), "guarded");
            target.livemark("unload", "AnyProbe").exits(0);
            turn(target, 3, false);
            target.say("redefine-as-seen").printsNothing();
            Turns.BEFORE.areListed(target.list("--sites"), "guarded");
            target.load(AnyProbe.class).exits(0);
            turn(target, 4, true);
            target.livemark("detach").exits(0);
            turn(target, 5, false);
            assertEquals(List.of(), target.err());
        }
    }

    private static void turn(ForkedJvm target, int n, boolean armed) {
        target.say("turn " + n).prints(Turns.BEFORE.turn(n, armed));
    }
}
