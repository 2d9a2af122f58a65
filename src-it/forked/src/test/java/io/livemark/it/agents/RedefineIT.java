/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Build;
import io.livemark.it.ForkedJvm;
import io.livemark.it.LivemarkHere;
import io.livemark.it.probes.AnyProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A marked class gets other code while the program runs, by an agent or by a debugger. A dozen commands for each of a dozen JVMs: they
 * run in this one.
 */
@ParameterizedClass(name = "{0}")
@EnumSource
class RedefineIT {

    @Parameter
    Swap swap;

    @TempDir
    static Path compiled;

    private static Path before;
    private static Path after;

    @TempDir
    Path directory;

    @BeforeAll
    static void compile() {
        before = Turns.BEFORE.compile(compiled);
        after = Turns.AFTER.compile(compiled);
    }

    @ParameterizedTest
    @EnumSource(names = {"SECOND", "LATE"})
    void a_class_that_was_woven_has_the_sites_of_its_new_code(Order order) {
        run(order, (target, swapper) -> {
            hasNewCodeWhileAProbeIsThere(target, swapper);
            hasTheSitesOfItsNewCode(target, swapper);
        });
    }

    @Test
    void a_class_that_no_probe_has_needed_yet_has_the_sites_of_its_new_code() {
        run(Order.LATE, (target, swapper) -> {
            Turns.BEFORE.areListed(LivemarkHere.on(target).list("--sites"), "unwoven");
            swapper.to(after);
            Turns.AFTER.areListed(LivemarkHere.on(target).list("--sites"), "guarded");
            LivemarkHere.on(target).load(AnyProbe.class).exits(0);
            hasTheSitesOfItsNewCode(target, swapper);
        });
    }

    @Test
    void a_class_that_was_not_looked_for_yet_has_the_sites_of_its_new_code() {
        run(Order.LATE, (target, swapper) -> {
            swapper.to(after);
            LivemarkHere.on(target).load(AnyProbe.class).exits(0);
            hasTheSitesOfItsNewCode(target, swapper);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"SECOND", "LATE"})
    void a_detach_leaves_the_new_code_and_not_what_was_there_before(Order order) {
        run(order, (target, swapper) -> {
            hasNewCodeWhileAProbeIsThere(target, swapper);
            turn(target, Turns.AFTER, 2, true);
            LivemarkHere.on(target).run("detach").exits(0);
            turn(target, Turns.AFTER, 3, false);
        });
    }

    private void run(Order order, BiConsumer<ForkedJvm, Swapper> test) {
        try (ForkedJvm target = start(order);
                Swapper swapper = swap.of(target)) {
            test.accept(target, swapper);
        }
    }

    private void hasNewCodeWhileAProbeIsThere(ForkedJvm target, Swapper swapper) {
        LivemarkHere.on(target).load(AnyProbe.class).exits(0);
        turn(target, Turns.BEFORE, 1, true);
        swapper.to(after);
    }

    private void hasTheSitesOfItsNewCode(ForkedJvm target, Swapper swapper) {
        turn(target, Turns.AFTER, 2, true);
        Turns.AFTER.areListed(LivemarkHere.on(target).list("--sites"), "guarded");
        LivemarkHere.on(target).run("unload", "AnyProbe").exits(0);
        turn(target, Turns.AFTER, 3, false);
        swapper.to(before);
        turn(target, Turns.BEFORE, 4, false);
        LivemarkHere.on(target).load(AnyProbe.class).exits(0);
        turn(target, Turns.BEFORE, 5, true);
        Turns.BEFORE.areListed(LivemarkHere.on(target).list("--sites"), "guarded");
        LivemarkHere.on(target).run("detach").exits(0);
        turn(target, Turns.BEFORE, 6, false);
        assertEquals(List.of(), target.err());
    }

    private ForkedJvm start(Order order) {
        List<Path> classPath = new ArrayList<>(Build.dependency("asm-"));
        classPath.add(before.getParent());
        return order.start(
                NeighbourTarget.class,
                classPath,
                Neighbour.with(null, directory),
                swap.options().toArray(String[]::new));
    }

    private static void turn(ForkedJvm target, Turns code, int n, boolean armed) {
        target.say("turn " + n).prints(code.turn(n, armed));
    }
}
