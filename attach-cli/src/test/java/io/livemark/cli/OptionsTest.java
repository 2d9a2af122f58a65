/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.cli.jvm.ProcJvms;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may stand behind an option, and what is said of the rest. */
class OptionsTest extends CommandTestBase {

    private static final String PID = Long.toString(FakeAgent.PID);

    @Test
    void a_duration_that_nobody_can_mean_is_refused_wherever_there_is_one() {
        for (String[] command : new String[][] {
            {"count", PID, "order.*", "--every"},
            {"count", PID, "order.*", "--for"},
            {"hist", PID, "order.placed", "id", "--timeout"},
            {"top", PID, "--every"},
            {"list", PID, "--timeout"},
            {"load", PID, "X.java", "--for"},
            {"demo", "--for"}
        }) {
            for (String given : List.of("99999999999h", "99999999999999999999999h", "10001h")) {
                usage(command, given, "\"" + given + "\" is too long; the most is 10000h");
            }
            for (String given : List.of("1d", "h", "0s", "-1s", "")) {
                usage(command, given, "\"" + given + "\" is no duration like 500ms, 10s, 2m or 1h");
            }
        }
    }

    @Test
    void a_number_that_is_none_or_not_in_the_range_is_refused_with_the_range() {
        usage(new String[] {"count", PID, "order.*", "--limit"}, "x", "\"x\" is no whole number from 1 on");
        usage(new String[] {"count", PID, "order.*", "--limit"}, "0", "\"0\" is no whole number from 1 on");
        usage(new String[] {"count", PID, "order.*", "--depth"}, "-1", "\"-1\" is no whole number from 0 to 100");
        usage(new String[] {"print", PID, "order.*", "--depth"}, "-1", "\"-1\" is no whole number from 0 to 100");
        usage(new String[] {"print", PID, "order.*", "--buffer"}, "1", "\"1\" is no whole number from 2 to 16777216");
        usage(new String[] {"stack", PID, "order.*", "--depth"}, "0", "\"0\" is no whole number from 1 to 1000");
        usage(new String[] {"load", PID, "X.java", "--max-exceptions"}, "1e3", "no whole number from 0 to 2147483647");
    }

    @Test
    void an_empty_name_is_no_name() {
        usage(new String[] {"count", PID}, "", "a marker is a name or a pattern, and \"\" is neither");
        usage(new String[] {"record", PID, "order.*", "-o"}, "", "-o is to name a file, and \"\" names none");
        usage(new String[] {"stack", PID, "order.*", "--html"}, "", "--html is to name a file, and \"\" names none");
        usage(new String[] {"load", PID}, "", "FILE is to name a file, and \"\" names none");
        usage(new String[] {"list", PID}, "", "a marker is a name or a pattern, and \"\" is neither");
        Ran ran = livemark(new ProcJvms(), "list", "");
        assertEquals(3, ran.exit());
        assertTrue(ran.err().startsWith("livemark: \"\" names no JVM\n"), ran.err());
    }

    private void usage(String[] command, String last, String said) {
        List<String> words = new ArrayList<>(List.of(command));
        words.add(last);
        Ran ran = livemark(words.toArray(String[]::new));
        assertEquals(2, ran.exit(), () -> words + ": " + ran);
        assertTrue(ran.err().contains(said), () -> words + ": " + ran);
    }
}
