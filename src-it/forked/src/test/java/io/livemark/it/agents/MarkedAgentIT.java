/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Build;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Listing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another agent has marks in its own classes, and loads them while it transforms ours. */
class MarkedAgentIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void our_agent_starts_and_weaves_the_other_too(Order order) {
        List<Path> classPath = new ArrayList<>(Build.dependency("asm-"));
        classPath.add(Turns.BEFORE.compile(directory).getParent());
        try (ForkedJvm target = order.start(NeighbourTarget.class, classPath, Neighbour.with("tells", directory))) {
            Listing list = target.list("--sites");
            Turns.BEFORE.areListed(list, order == Order.FIRST || order == Order.SECOND ? "guarded" : "unwoven");
            // With another agent on the command line all of ours is loaded before that comes: it sees none of it.
            boolean seesOurs = order != Order.FIRST;
            assertEquals(seesOurs, list.markers().contains("neighbour.told"));
            target.say("turn 1").prints(Turns.BEFORE.turn(1, false));
            assertEquals(List.of(), target.err());
        }
    }
}
