/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {

    private final StringWriter shown = new StringWriter();
    private final List<List<String>> ran = new ArrayList<>();
    private int code;
    private Runnable whileRunning = () -> {};
    private final Stage stage = new Stage(this::run, new PrintWriter(shown));

    private int run(String... words) {
        ran.add(List.of(words));
        whileRunning.run();
        return code;
    }

    @Test
    void a_command_is_shown_as_a_shell_takes_it_before_it_runs() throws Problem {
        stage.livemark("list", "4711", "refund.*", "--sites");
        assertEquals("$ livemark list 4711 'refund.*' --sites\n", shown.toString());
        assertEquals(List.of(List.of("list", "4711", "refund.*", "--sites")), ran);
    }

    @Test
    void a_command_that_fails_ends_the_demonstration() {
        code = 3;
        Problem problem = assertThrows(Problem.class, () -> stage.livemark("attach", "4711"));
        assertEquals("that step failed with exit code 3", problem.getMessage());
    }

    @Test
    void once_the_reader_has_seen_enough_nothing_more_is_shown_nor_run_nor_waited_for() throws Problem {
        stage.end();
        stage.step("next");
        stage.livemark("ps");
        stage.pause(Long.MAX_VALUE);
        stage.pause();
        assertEquals("", shown.toString());
        assertEquals(List.of(), ran);
    }

    @Test
    void a_command_that_fails_since_the_reader_has_seen_enough_is_no_failure() throws Problem {
        whileRunning = stage::end;
        code = 1;
        stage.livemark("count", "4711", "order.placed");
        assertEquals(1, ran.size());
    }

    @Test
    void where_nobody_reads_any_more_nothing_more_is_run() throws Problem {
        PrintWriter broken = new PrintWriter(Writer.nullWriter()) {
            @Override
            public boolean checkError() {
                return true;
            }
        };
        new Stage(this::run, broken).livemark("ps");
        assertEquals(List.of(), ran);
    }
}
