/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order                    | order        | ''",
                "order.placed             | order.placed | ''",
                "order.placed id={}       | order.placed | id",
                "a-b.c_d.9 x={} y={}      | a-b.c_d.9    | x y",
                "Bestellung.größe größe={} | Bestellung.größe | größe",
                "a __={} $x={} y1={}      | a            | __ $x y1",
            })
    void a_spec_is_a_name_and_its_fields(String text, String name, String fields) throws Spec.Malformed {
        List<String> expected = fields.isEmpty() ? List.of() : Arrays.asList(fields.split(" "));
        assertEquals(new Spec(name, expected), Spec.parse(text, expected.size()));
        assertEquals(new Spec(name, expected), Spec.parse(text, -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "|0|the name '' is not made of segments",
                " a|0|the name '' is not made of segments",
                ".a|0|the name '.a' is not made of segments",
                "a.|0|the name 'a.' is not made of segments",
                "a..b|0|the name 'a..b' is not made of segments",
                "*|0|the name '*' is not made of segments",
                "a.*|0|the name 'a.*' is not made of segments",
                "a/b|0|the name 'a/b' is not made of segments",
                "a=1|0|the name 'a=1' is not made of segments",
                "a |0|'' is not of the form field={}",
                "a  b={}|1|'' is not of the form field={}",
                "a b|0|'b' is not of the form field={}",
                "a {}|1|'{}' is not of the form field={}",
                "a b={},|1|'b={},' is not of the form field={}",
                "a b={}c={}|2|'b={}c={}' is not of the form field={}",
                "a b={1}|1|'b={1}' is not of the form field={}",
                "a b=%d|1|'b=%d' is not of the form field={}",
                "a ={}|1|the field name '' is not a Java identifier",
                "a 1={}|1|the field name '1' is not a Java identifier",
                "a b-c={}|1|the field name 'b-c' is not a Java identifier",
                "a class={}|1|the field name 'class' is not a Java identifier",
                "a _={}|1|the field name '_' is not a Java identifier",
                "a b.c={}|1|the field name 'b.c' is not a Java identifier",
                "a class={}|1|the field name 'class' is not a Java identifier",
                "a _={}|1|the field name '_' is not a Java identifier",
                "a b={} b={}|2|the field 'b' stands twice",
                "a b={}|0|the spec has 1 {}, the site passes 0 arguments",
                "a|1|the spec has 0 {}, the site passes 1 argument",
                "a b={} c={}|3|the spec has 2 {}, the site passes 3 arguments",
            })
    void anything_else_is_malformed_with_a_reason(String text, int arguments, String reason) {
        Spec.Malformed malformed =
                assertThrows(Spec.Malformed.class, () -> Spec.parse(text == null ? "" : text, arguments));
        assertEquals(reason, malformed.getMessage().substring(0, reason.length()));
    }

    @Test
    void there_are_at_most_a_hundred_fields() throws Spec.Malformed {
        assertEquals(100, Spec.parse(withFields(100), 100).fields().size());
        Spec.Malformed malformed = assertThrows(Spec.Malformed.class, () -> Spec.parse(withFields(101), 101));
        assertEquals("the spec has more than 100 fields", malformed.getMessage());
    }

    static String withFields(int count) {
        return "many"
                + IntStream.range(0, count).mapToObj(i -> " f" + i + "={}").collect(Collectors.joining());
    }
}
