/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.look;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users write in expressions, and what is said of it. */
class ExpressionIT {

    private static ForkedJvm target;

    @BeforeAll
    static void start() {
        target = ForkedJvm.start(LookTarget.class, Arrival.AT_START);
    }

    @AfterAll
    static void end() {
        target.close();
    }

    @Test
    void an_expression_of_several_lines_means_what_it_says() {
        Child print = target.livemarkRunning(
                "print", "order.placed", "--limit", "1", "--where", "total > 2 // not the first\n && status == 404");
        print.complains("looking at ");
        target.say("orders 9").printsNothing();
        print.says("id=A-4 total=4.0 status=404");
        print.exits(0);
    }

    @Test
    void what_is_not_one_expression_is_refused() {
        target.livemark("count", "order.placed", "--where", "total > 1) || (true")
                .exits(1)
                .complains("--where is not one Java expression: it closes a bracket that it has not opened");
        target.livemark("count", "order.placed", "--by", "status;")
                .exits(1)
                .complains("--by is not one Java expression: an operator or the end is expected");
    }

    @Test
    void a_field_that_is_null_is_named() {
        Child count = target.livemarkRunning("count", "order.placed", "--where", "id.isEmpty()");
        count.complains("looking at ");
        target.say("nulls").printsNothing();
        count.terminate();
        count.complains("because \"id\" is null");
        count.complains("hint: look for null");
    }

    @Test
    void what_threw_otherwise_has_another_hint() {
        Child count = target.livemarkRunning("count", "order.placed", "--where", "10 / status == 1");
        count.complains("looking at ");
        target.say("nulls").printsNothing();
        count.terminate();
        count.complains("java.lang.ArithmeticException: / by zero");
        count.complains("hint: --where   can leave such hits out");
        assertTrue(count.err().stream().noneMatch(line -> line.contains("look for null")), count.err()::toString);
    }

    @Test
    void a_histogram_of_what_is_no_number_says_its_type() {
        target.livemark("hist", "order.placed", "id")
                .exits(1)
                .complains(": a number is needed, and this is java.lang.String\n    id\n    ^\n");
    }

    @Test
    void a_malformed_marker_is_told_by_its_plain_name_too() {
        target.say("wrong 1").printsNothing();
        target.livemark("count", "wrong.count")
                .exits(1)
                .complains("nothing that matches wrong.count can be looked at; wrong.count n={}: ")
                .complains("2 arguments");
    }
}
