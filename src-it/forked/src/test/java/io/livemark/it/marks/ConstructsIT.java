/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.probes.AnyProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a probe on every marker: what each construct passes, in the order of the program. */
@HoweverTheAgentComes
class ConstructsIT {

    private static ForkedJvm target;

    @Parameter
    Arrival arrival;

    @BeforeParameterizedClassInvocation
    static void start(Arrival arrival) {
        target = ForkedJvm.start(SitesTarget.class, arrival);
        target.load(AnyProbe.class).exits(0);
    }

    @AfterParameterizedClassInvocation
    static void end() {
        target.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lambda | hit construct.lambda [1]; hit construct.lambda.inner [11]; did 11",
                "constructor | hit construct.constructor.base [2]; hit construct.initializer [2];"
                        + " hit construct.constructor [1, 2]; hit construct.constructor.this [2]; did 2 2",
                "beforeSuper | hit construct.beforeSuper [1]; hit construct.constructor.base [11];"
                        + " hit construct.constructor.base [12]; did 11 12",
                "interfaces | hit construct.interface.default [3]; hit construct.interface.private [3];"
                        + " hit construct.interface.static [3]; did 9",
                "records | hit construct.record [1, 0.5]; hit construct.record.method [1, 0.5]; did 1.5",
                "enums | hit construct.enum [LOW]; hit construct.enum.body [HIGH]; did 10",
                "switches | hit construct.switch.string [a]; hit construct.switch.default [ccc]; did 101 102 103",
                "switchOnTheStack | hit construct.stack [1]; did 10 15",
                "tryFinally | hit construct.try [0]; hit construct.finally [0]; hit construct.try [1];"
                        + " hit construct.catch [java.lang.IllegalStateException: one]; hit construct.finally [1];"
                        + " hit construct.try [2]; hit construct.finally [2]; did 12",
                "tryWithResources | hit construct.resource [true]; hit construct.resource.close []; did closed",
                "synchronizedBlocks | hit construct.synchronized [true]; hit construct.synchronized.inner [];"
                        + " did false true",
                "nested | hit construct.nested [2]; hit construct.generic.bounded [3]; hit construct.nested.callable [];"
                        + " hit construct.generic [3, x]; did 3-x",
                "anonymous | hit construct.anonymous []; hit construct.local [4]; did 8",
            })
    void a_construct_passes_its_values(String command, String lines) {
        target.say(command).prints(lines.split("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loops | hit flow.head [0]; hit flow.head [1]; hit flow.while.tail [3]; hit flow.while.tail [4];"
                        + " hit flow.do.tail [3]; hit flow.do.tail [2]; did 2",
                "branches | hit flow.if.tail [0]; hit flow.elseif.only []; hit flow.else.tail [2, 1]; did 1",
                "labelled | hit flow.continue [0]; hit flow.continue [1]; hit flow.break [2]; hit flow.after [4]; did 4",
                "row | hit flow.row []; hit flow.row []; hit flow.row.next []; did row",
                "emptyBranches | hit flow.both [true, true]; hit flow.neither []; did true false false",
                "wideLocals | hit flow.wide [8589934592, 2.5, c, 17179869186, 5]; did 17179869186",
                "last | hit flow.last [7]; did last",
                "guarded | hit flow.guarded [42]; did guarded",
                "labels | hit flow.label []; did 42",
            })
    void a_mark_passes_its_values_where_jumps_meet(String command, String lines) {
        target.say(command).prints(lines.split("; "));
    }

    @Test
    void a_static_initialiser_that_runs_after_the_load_is_hit() {
        target.say("clinit").prints("hit construct.clinit [41]", "did 42");
    }
}
