/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.livemark.it.Arrival;
import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Jdk;
import io.livemark.it.Livemark;
import io.livemark.it.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JVMs that let nobody in, and what is no JVM: exit code 3, and what to do about it. */
class ReachIT {

    @Test
    void a_process_that_is_not_there() {
        Livemark.run("list", Integer.toString(Integer.MAX_VALUE))
                .exits(3)
                .complains("livemark: there is no process " + Integer.MAX_VALUE)
                .complains("hint: livemark ps")
                .keepsQuietAbout("\tat ");
    }

    @Test
    void a_process_that_is_no_jvm() {
        Child sleep = Child.start(List.of("sleep", "60"));
        try {
            Livemark.run("list", Long.toString(sleep.pid()))
                    .exits(3)
                    .complains("is no JVM")
                    .complains("hint: livemark ps")
                    .keepsQuietAbout("\tat ");
            assertFalse(!sleep.isAlive(), "it must not have been hurt");
        } finally {
            sleep.kill();
        }
    }

    @Test
    void a_jvm_that_was_started_without_any_option() {
        // Not by the harness, which gives all of them some.
        Child plain = Child.start(List.of(
                Jdk.tool("java"),
                "-cp",
                Sources.join(List.of(Build.testClasses(), Build.apiJar())),
                TurnTarget.class.getName()));
        try {
            plain.prints("ready");
            Livemark.run("attach", Long.toString(plain.pid())).exits(0).says("attached to " + plain.pid());
        } finally {
            plain.kill();
        }
    }

    @Test
    void a_name_that_no_jvm_has() {
        Livemark.run("list", "NoSuchMainClass")
                .exits(3)
                .complains("NoSuchMainClass")
                .complains("hint: livemark ps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+DisableAttachMechanism", "-XX:-EnableDynamicAgentLoading"})
    void a_jvm_that_takes_no_agent_while_it_runs(String option) {
        try (ForkedJvm target = ForkedJvm.startWithoutAgent(TurnTarget.class, option)) {
            target.livemark("list")
                    .exits(3)
                    .complains(option)
                    .complains("hint: start it with -javaagent:livemark-agent.jar")
                    .keepsQuietAbout("\tat ");
            target.say("turn 1").printsNothing();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+DisableAttachMechanism", "-XX:-EnableDynamicAgentLoading"})
    void a_jvm_that_takes_no_agent_but_had_it_from_the_start(String option) {
        try (ForkedJvm target = ForkedJvm.start(TurnTarget.class, Arrival.AT_START, option)) {
            target.list().shows("life.turn", "idle");
        }
    }

    @Test
    void a_part_of_a_name_that_two_jvms_have_lists_both() {
        try (ForkedJvm one = ForkedJvm.startWithoutAgent(TurnTarget.class);
                ForkedJvm two = ForkedJvm.startWithoutAgent(TurnTarget.class)) {
            Livemark.run("list", "TurnTarget")
                    .exits(3)
                    .complains(Long.toString(one.pid()))
                    .complains(Long.toString(two.pid()))
                    .complains("hint: give the PID");
        }
    }

    @Test
    void a_part_of_a_name_that_one_jvm_has() {
        try (ForkedJvm target = ForkedJvm.startWithoutAgent(OneOfItsKind.class)) {
            Livemark.run("list", "cli.ReachIT$OneOf").exits(0).says("life.turn");
            Livemark.run("detach", "OneOfItsKind").exits(0).says(Long.toString(target.pid()));
        }
    }

    /** No other test, that may run beside this one, has a JVM of this name. */
    static final class OneOfItsKind {

        public static void main(String[] args) throws Exception {
            TurnTarget.main(args);
        }
    }

    @Test
    void ps_tells_how_the_agent_came() {
        try (ForkedJvm none = ForkedJvm.startWithoutAgent(TurnTarget.class);
                ForkedJvm start = ForkedJvm.start(TurnTarget.class, Arrival.AT_START);
                ForkedJvm attached = ForkedJvm.start(TurnTarget.class, Arrival.BY_ATTACH)) {
            String main = " +io\\.livemark\\.it\\.cli\\.TurnTarget +\\d+\\S* +";
            Livemark.run("ps")
                    .exits(0)
                    .saysLike("(?m)^" + none.pid() + main + "-")
                    .saysLike("(?m)^" + start.pid() + main + "at start")
                    .saysLike("(?m)^" + attached.pid() + main + "attached");
        }
    }

    @Test
    void wrong_usage() {
        Livemark.run("load").exits(2).complains("hint: ");
        Livemark.run("list", "1", "--nosuch").exits(2).complains("--nosuch");
        Livemark.run("load", "1", "X.class", "--for", "soon").exits(2).complains("soon");
        Livemark.run("nosuch").exits(2).complains("nosuch");
    }
}
