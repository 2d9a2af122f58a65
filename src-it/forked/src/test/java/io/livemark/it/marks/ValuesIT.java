/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.probes.AnyProbe;
import io.livemark.it.probes.ConversionsProbe;
import io.livemark.it.probes.ValuesProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

@HoweverTheAgentComes
class ValuesIT {

    private static ForkedJvm target;

    @Parameter
    Arrival arrival;

    @BeforeParameterizedClassInvocation
    static void start(Arrival arrival) {
        target = ForkedJvm.start(ValuesTarget.class, arrival);
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
    void a_handler_gets_every_type_as_it_is() {
        target.load(ValuesProbe.class).exits(0);
        target.say("integers")
                .prints(
                        "hit byte -128",
                        "hit short -32768",
                        "hit char 65535",
                        "hit int -2147483648",
                        "hit long 9223372036854775807");
        target.say("others").prints("hit boolean true", "hit float NaN", "hit double 4.9E-324", "hit string ünï ");
        target.say("objects").prints("hit boxed 7 null", "hit ints [1, -2]", "hit strings [a, null]", "hit list [x]");
        target.say("mixed").prints("hit mixed 1099511627776 -1 0.5 d 5 6.5 true");
    }

    @Test
    void a_handler_gets_null_as_null() {
        target.load(ValuesProbe.class).exits(0);
        target.say("nulls")
                .prints(
                        "hit boolean false",
                        "hit float -0.0",
                        "hit double -Infinity",
                        "hit string null",
                        "hit boxed null 8",
                        "hit ints null",
                        "hit strings null",
                        "hit list null",
                        "hit null null");
    }

    @Test
    void fields_are_converted_as_in_a_java_call() {
        target.load(ConversionsProbe.class).exits(0);
        target.say("integers")
                .prints(
                        "hit byte as int -128",
                        "hit short as Number Short -32768",
                        "hit char as long 65535",
                        "hit int as Integer -2147483648",
                        "hit long as Object Long 9223372036854775807");
        target.say("others").prints("hit float as double NaN", "hit string as CharSequence ünï ");
        target.say("objects").prints("hit list as Collection [x]");
    }

    @Test
    void any_number_of_fields_arrives() {
        target.load(AnyProbe.class).exits(0);
        target.say("varargs")
                .prints(
                        "hit varargs.0 []",
                        "hit varargs.1 [1]",
                        "hit varargs.2 [1, 2]",
                        "hit varargs.3 [1, 2, 3]",
                        "hit varargs.4 [1, 2, 3, 4.0]",
                        "hit varargs.5 [1, 2, 3, 4.0, 5]",
                        "hit varargs.6 [1, 2, 3, 4.0, 5, 6]",
                        "hit varargs.7 [1, 2, 3, 4.0, 5, 6, true]");
    }

    @Test
    void an_array_that_the_program_passes_arrives_as_its_elements() {
        target.load(AnyProbe.class).exits(0);
        target.say("through").prints("hit through.array [1, two]", "hit through.none []", "hit through.null [null]");
    }

    @Test
    void a_supplier_is_asked_only_while_a_probe_is_loaded() {
        int before = Integer.parseInt(target.say("evaluations").line());
        target.say("supplier").printsNothing();
        target.say("evaluations").prints(Integer.toString(before));
        target.load(AnyProbe.class).exits(0);
        target.say("supplier")
                .prints(
                        "hit supplier.lambda [lambda " + (before + 1) + "]",
                        "hit supplier.local [local " + (before + 2) + "]",
                        "hit supplier.mixed [1, reference " + (before + 3) + ", 2]");
        target.livemark("unload", "AnyProbe").exits(0);
        target.say("supplier").printsNothing();
        target.say("evaluations").prints(Integer.toString(before + 3));
    }

    @Test
    void nothing_is_hit_after_the_unload_was_answered() {
        target.load(ValuesProbe.class).exits(0);
        target.say("mixed").prints("hit mixed 1099511627776 -1 0.5 d 5 6.5 true");
        target.livemark("unload", "ValuesProbe").exits(0).says("ValuesProbe").says("disarmed");
        target.say("mixed").printsNothing();
        target.say("integers").printsNothing();
    }

    @Test
    void a_probe_that_was_unloaded_can_be_loaded_again() {
        for (int i = 0; i < 3; i++) {
            target.load(ValuesProbe.class).exits(0);
            target.say("mixed").prints("hit mixed 1099511627776 -1 0.5 d 5 6.5 true");
            target.livemark("unload", "ValuesProbe").exits(0);
            target.say("mixed").printsNothing();
        }
    }
}
