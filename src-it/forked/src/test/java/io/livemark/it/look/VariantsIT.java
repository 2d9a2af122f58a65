/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.flight.Printed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at a marker whose sites pass different numbers of fields, or other types. */
class VariantsIT {

    @TempDir
    Path directory;

    private ForkedJvm target;

    @BeforeEach
    void start() {
        target = ForkedJvm.start(LateTarget.class, Arrival.AT_START);
    }

    @AfterEach
    void end() {
        target.close();
        assertEquals(List.of(), target.err());
    }

    @Test
    void each_site_is_shown_with_its_fields() {
        target.livemark("list", "vary.number").exits(0).says("b:String a:int or a:int");
        Child print = look("print", "vary.number");
        target.say("vary 1").printsNothing();
        print.says(" vary.number a=0");
        print.says(" vary.number b=B-0 a=0");
        target.say("more 1").printsNothing();
        print.complains("also looking at 1 marker, 1 site in JVM ");
        target.say("more 1").printsNothing();
        print.says(" vary.number b=B-0 a=0 c=c");
        target.say("vary 1").printsNothing();
        print.terminate();
        print.complains("5 events");
        assertEquals(5, print.out().size(), () -> print.failure("each hit once").getMessage());
    }

    @Test
    void what_all_sites_have_is_counted_over_all_and_sites_without_a_field_are_left_out() {
        Child all = look("count", "vary.number", "--by", "a", "--where", "a < 2");
        target.say("vary 3").printsNothing();
        all.terminate();
        all.says("vary.number  0  2 ");
        all.says("vary.number  1  2 ");
        Child some = look("count", "vary.number", "--by", "b");
        some.complains("left out: vary.number(a): --by does not compile: cannot find symbol; variable b");
        target.say("vary 2").printsNothing();
        some.terminate();
        some.says("in all 2 hits");
        target.livemark("count", "vary.number", "--by", "z").exits(1).complains("variable z");
    }

    @Test
    void a_recording_has_events_of_each_kind() {
        Path file = directory.resolve("vary.jfr");
        Child record = look("record", "vary.number", "-o", file.toString());
        target.say("vary 2").printsNothing();
        record.terminate();
        record.says("4 events, ");
        record.exits(143);
        assertEquals(4, Printed.of(file).events().size());
    }

    @Test
    void a_site_that_comes_later_with_another_type_is_left_out_and_told() {
        Child hist = look("hist", "vary.number", "a");
        target.say("text 1").printsNothing();
        hist.complains("left out: the look takes int for the field 'a', the mark passes java.lang.String");
        target.say("vary 2").printsNothing();
        hist.terminate();
        hist.says("4 values, ");
        Child print = look("print", "vary.number", "--limit", "1");
        target.say("text 2").printsNothing();
        print.says("vary.number a=\"text 2\"");
        print.exits(0);
    }

    private Child look(String command, String... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--max-overhead", "off"));
        Child look = target.livemarkRunning(command, all.toArray());
        look.complains("looking at ");
        return look;
    }
}
