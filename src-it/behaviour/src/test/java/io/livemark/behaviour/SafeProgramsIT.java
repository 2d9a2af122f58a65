/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs whose arguments do not throw where they may be skipped: nobody can tell what is loaded. */
class SafeProgramsIT {

    private static final int ROUNDS = 4;

    private static Programs programs;
    private static Outcome outcome;
    private static final Path[] ALONE = new Path[ROUNDS];
    private static final Path[] RECORDED = new Path[ROUNDS];

    @BeforeAll
    static void run_them_alone() {
        programs = Settings.programs("safe", false);
        outcome = new Outcome(programs);
        Path mark = Programs.recordingMark(programs.directory);
        try (Runner alone = Runner.alone(programs, "alone");
                Runner recorded = Runner.alone(programs, "recorded", "-Xbootclasspath/a:" + mark)) {
            for (int i = 0; i < ROUNDS; i++) {
                ALONE[i] = alone.round(i);
                RECORDED[i] = recorded.round(i);
                outcome.sameTraces(ALONE[i], RECORDED[i]);
            }
        }
        outcome.isWorthwhile(RECORDED[0]);
    }

    @Test
    void programs_do_the_same_with_the_agent_and_no_probe() {
        try (Runner idle = Runner.woven(programs, "idle")) {
            for (int i = 0; i < ROUNDS; i++) {
                Path round = idle.round(i);
                outcome.sameTraces(ALONE[i], round);
                outcome.nothingReceived(round);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1", "-Xint"})
    void programs_do_the_same_while_a_probe_comes_and_goes(String compiler) {
        try (Runner woven = Runner.woven(programs, "woven" + compiler, compiler)) {
            for (int i = 0; i < ROUNDS; i++) {
                inTurn(woven, i);
            }
        }
    }

    @Test
    void programs_that_were_there_before_the_agent_do_the_same() {
        try (Runner late = Runner.alone(programs, "late")) {
            outcome.sameTraces(ALONE[0], late.round(0));
            late.attach();
            outcome.sameTraces(ALONE[1], late.round(1));
            for (int i = 2; i < ROUNDS; i++) {
                inTurn(late, i);
            }
        }
    }

    @Test
    void programs_do_the_same_while_agent_and_probe_come_into_their_midst() {
        int rounds = 20;
        try (Runner alone = Runner.alone(programs, "many-alone");
                Runner midst = Runner.alone(programs, "midst")) {
            midst.begin(rounds);
            midst.attach();
            midst.arm();
            midst.disarm();
            midst.arm();
            Path actual = midst.end();
            alone.begin(rounds);
            Path expected = alone.end();
            assertAll(java.util.stream.IntStream.range(0, rounds)
                    .mapToObj(Integer::toString)
                    .map(round -> () -> outcome.sameTraces(expected.resolve(round), actual.resolve(round))));
        }
    }

    /** Even rounds with a probe, odd ones after it has gone. */
    private static void inTurn(Runner runner, int round) {
        if (round % 2 == 0) {
            runner.arm();
        } else {
            runner.disarm();
        }
        Path actual = runner.round(round);
        outcome.sameTraces(ALONE[round], actual);
        if (round % 2 == 0) {
            outcome.sameReceived(RECORDED[round], actual);
        } else {
            outcome.nothingReceived(actual);
        }
    }
}
