/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.probes.AnyProbe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Arguments have the same effects whether a probe is there, was there, or never came. */
@HoweverTheAgentComes
class ArgumentsIT {

    private static ForkedJvm target;

    @Parameter
    Arrival arrival;

    @BeforeParameterizedClassInvocation
    static void start(Arrival arrival) {
        target = ForkedJvm.start(SitesTarget.class, arrival);
    }

    @AfterParameterizedClassInvocation
    static void end() {
        target.close();
    }

    @AfterEach
    void take_the_probe_out() {
        target.livemark("unload", "--all").exits(0);
    }

    @Test
    void the_program_does_what_it_does_without_the_agent() {
        Map<String, String> alone;
        try (ForkedJvm without = ForkedJvm.startWithoutAgent(SitesTarget.class)) {
            alone = everything(without);
        }
        same(alone, everything(target), "with the agent and no probe");
        target.load(AnyProbe.class).exits(0);
        same(alone, everything(target), "with a probe");
        target.livemark("unload", "AnyProbe").exits(0);
        same(alone, everything(target), "after the unload");
    }

    @Test
    void side_effects_happen_once_and_in_order_while_armed() {
        target.load(AnyProbe.class).exits(0);
        target.say("calls")
                .prints(
                        "hit argument.call [1]",
                        "hit argument.call.mixed [0, 2, 3]",
                        "hit argument.increment [0, 1]",
                        "hit argument.element [8, 9]",
                        "hit argument.assignment [4]",
                        "hit argument.new [Constructed[nth=3]]",
                        "hit argument.nested [4!]",
                        "hit argument.varargs [1, 5, 3, 6, 5, 6.0]",
                        "did 2 10 4 6");
    }

    @Test
    void pure_arguments_arrive() {
        target.load(AnyProbe.class).exits(0);
        target.say("pure")
                .prints(
                        "hit argument.arithmetic [5, -6]",
                        "hit argument.field [3, 4, 6]",
                        "hit argument.array [6, s, 2]",
                        "hit argument.cast [-9, object, 0.5]",
                        "hit argument.instanceof [true, 1]",
                        "did -8");
        target.say("conditional")
                .prints(
                        "hit argument.conditional [1]",
                        "hit argument.conditional.mixed [a, s]",
                        "hit argument.boolean [true, false]",
                        "hit argument.conditional [2]",
                        "hit argument.conditional.mixed [1, null]",
                        "hit argument.boolean [false, true]",
                        "did true false");
        target.say("concatenation")
                .prints(
                        "hit argument.concat [i=1, s=s, c=c1.5truenull]",
                        "hit argument.concat.object [o=counted]",
                        "did 100");
        target.say("lambdaArgument").prints("hit argument.lambda [captured 1]", "did 1");
    }

    @Test
    void an_exception_from_an_argument_reaches_the_program() {
        target.load(AnyProbe.class).exits(0);
        target.say("throwing").prints("hit argument.throwing [1]", "did past caught now");
    }

    @Test
    void arguments_without_side_effects_are_evaluated_only_while_armed() {
        target.load(AnyProbe.class).exits(0);
        target.say("readThroughNull").prints("did thrown");
        target.say("divide").prints("did thrown");
        target.livemark("unload", "AnyProbe").exits(0);
        target.say("readThroughNull").prints("did skipped");
        target.say("divide").prints("did skipped");
    }

    /** What each command did; a lambda that is asked for its value is the one thing that only a probe causes. */
    private static Map<String, String> everything(ForkedJvm jvm) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String command : SitesTarget.ALL.split(" ")) {
            List<String> lines = jvm.say(command).lines();
            if (!command.equals("lambdaArgument")) {
                all.put(command, lines.get(lines.size() - 1));
            }
        }
        return all;
    }

    private static void same(Map<String, String> expected, Map<String, String> actual, String when) {
        if (!expected.equals(actual)) {
            throw target.failure("the program behaves differently " + when + ":\n" + expected + "\n" + actual);
        }
    }
}
