/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Marker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the user wrote reaches the compiler, and what that says of it reaches the user. */
class ExpressionTest extends LookCompilerTestBase {

    @Test
    void an_expression_reaches_the_compiler_as_it_was_written() throws Problem {
        compiles("id.equals(\"\"\"\n  A\n  B\"\"\") // a text block", ID);
        compiles("total > 1 // it's positive", TOTAL);
        assertTrue(refusal("total > 1 // positive\n && totl < 5", TOTAL).contains("variable totl"));
        // Two spaces in a literal are two: a char of them is none.
        assertTrue(refusal("id.indexOf('  ') > 0", ID).contains("unclosed character literal"));
    }

    @Test
    void the_caret_stands_in_the_line_that_is_wrong() {
        assertEquals(
                String.join(
                        "\n",
                        "--where does not compile for order.placed: cannot find symbol; variable totl",
                        "    id != null // there",
                        "     && totl > 100",
                        "        ^",
                        "     && total > 1",
                        "  fields of order.placed: id:String total:double"),
                refusal("id != null // there\r\n\t&& totl > 100\n && total > 1", ID, TOTAL));
    }

    @Test
    void what_is_not_one_expression_is_refused_though_it_may_compile() {
        assertEquals(
                String.join(
                        "\n",
                        "--where is not one Java expression: it closes a bracket that it has not opened",
                        "    total > 1) || (true",
                        "             ^"),
                refusal("total > 1) || (true", TOTAL));
        assertEquals(
                String.join(
                        "\n",
                        "--where is not one Java expression: an operator or the end is expected",
                        "    total > 1; System.exit(1)",
                        "             ^"),
                refusal("total > 1; System.exit(1)", TOTAL));
        for (String given : List.of(
                "boolean) (true",
                "true); boolean other = (true",
                "true), other = (true",
                "total > 1) { } if (true",
                "true); } int evil() { return (1",
                "total > 1 /*",
                "total > 1 \\u0029 || \\u0028 true",
                "\"a",
                "'",
                "}",
                "true //\n) || (true",
                "(total > 1",
                "total > 1)")) {
            String said = refusal(given, TOTAL, ID);
            assertTrue(said.startsWith("--where is not one Java expression: "), said);
        }
    }

    @Test
    void an_expression_of_another_type_or_without_an_end_is_refused_where_it_is_wrong() {
        assertTrue(refusal("id", ID).contains("incompatible types: java.lang.String cannot be converted to boolean"));
        assertTrue(refusal("total > ", TOTAL).contains("total >\n           ^"), refusal("total > ", TOTAL));
    }

    @Test
    void a_histogram_of_what_is_no_number_is_refused_with_its_type() {
        assertEquals(
                String.join(
                        "\n",
                        "the expression does not compile for order.placed: a number is needed, and this is"
                                + " java.util.Map<java.lang.String,java.lang.Integer>",
                        "    java.util.Map.of(id, 1)",
                        "    ^",
                        "  fields of order.placed: id:String"),
                assertThrows(Problem.class, () -> histogram("java.util.Map.of(id, 1)", ID))
                        .getMessage());
    }

    @Test
    void what_has_no_value_is_refused_where_a_value_is_needed() {
        for (String given : List.of("null", "thread.run()", "() -> 1")) {
            String said =
                    assertThrows(Problem.class, () -> histogram(given, ID)).getMessage();
            assertTrue(said.contains("it is no value of any type: "), said);
            assertTrue(said.contains("\n    " + given + "\n    ^\n"), said);
        }
    }

    @Test
    void the_known_fields_have_the_types_that_the_expression_has_and_those_of_the_source_in_brackets() {
        String said = refusal(
                "order == 3 && lazy == 3 && n == 3 && id == 3 && total == order",
                new Marker.Field("order", "shop.Order$Line"),
                new Marker.Field("lazy", "java.util.function.Supplier"),
                new Marker.Field("n", "int|java.lang.String"),
                new Marker.Field("o", "java.lang.Object"),
                ID,
                TOTAL);
        assertTrue(
                said.endsWith("\n  fields of order.placed: order:Object (shop.Order$Line) lazy:Object (what a Supplier"
                        + " gives) n:Object (int|String) o:Object id:String total:double"),
                said);
    }
}
