/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import io.livemark.it.Build;
import io.livemark.it.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How our agent and another come to a JVM. Class files go through the agents in the order in which these came, whenever each
 * adds its transformers.
 */
enum Order {
    /** Ours stands before the other on the command line. */
    FIRST,
    /** Ours stands after the other on the command line. */
    SECOND,
    /** Ours is attached, once the program runs with the other. */
    LATE,
    /** Both are attached, ours before the other. */
    LATE_BUT_FIRST;

    /** Starts a target with both agents. */
    ForkedJvm start(Class<?> main, List<Path> classPath, ForeignAgent other, String... options) {
        String ours = "-javaagent:" + Build.agentJar();
        List<String> agents = switch (this) {
            case FIRST -> List.of(ours, other.onTheCommandLine());
            case SECOND -> List.of(other.onTheCommandLine(), ours);
            case LATE -> List.of(other.onTheCommandLine(), "-XX:+EnableDynamicAgentLoading");
            case LATE_BUT_FIRST -> List.of("-XX:+EnableDynamicAgentLoading");
        };
        ForkedJvm target = ForkedJvm.startWithoutAgent(
                main.getName(),
                classPath,
                Stream.concat(Stream.of(options), agents.stream()).toArray(String[]::new));
        if (this == LATE || this == LATE_BUT_FIRST) {
            target.livemark("attach").exits(0);
        }
        if (this == LATE_BUT_FIRST) {
            other.attachTo(target);
        }
        return target;
    }
}
