/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.PseudoTerminal;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of {@code livemark count} in a terminal. */
class RefreshedTableIT {

    private static final Pattern TERMINAL = Pattern.compile("in (/dev/\\S+)");

    /** Goes to the first line of a table of as many lines, and clears what follows. */
    private static final String OVER = "\r\033[%dA\033[J";

    @TempDir
    private Path directory;

    @Test
    void it_is_drawn_again_in_its_place_and_as_large_as_the_terminal_is_then() {
        try (ForkedJvm target = ForkedJvm.start(LookTarget.class, Arrival.AT_START)) {
            PseudoTerminal terminal = PseudoTerminal.start(
                    directory,
                    "xterm",
                    "C.UTF-8",
                    "echo in $(tty)",
                    "count " + target.pid() + " order.placed --by id --every 200ms --max-overhead off",
                    "echo ended $?");
            terminal.shows(text -> text.contains("looking at "));
            target.say("orders 1").printsNothing();
            terminal.shows(text -> text.contains("order.placed  A-0  1 "));
            target.say("orders 7").printsNothing();
            String grown = String.format(OVER, 2) + "MARKER        id   HITS  PER SECOND\r\norder.placed  A-0  2 ";
            terminal.shows(text -> text.contains(grown) && text.contains("order.placed  A-6  1 "));
            Matcher tty = TERMINAL.matcher(terminal.seen());
            assertTrue(tty.find(), terminal.seen());
            Child.start(List.of("stty", "-F", tty.group(1), "rows", "4", "cols", "27"))
                    .exits(0);
            Pattern shrunk = Pattern.compile(
                    Pattern.quote(String.format(OVER, 8) + "MAR…  id   HITS  PER SECOND\r\nord…  A-0  2     ")
                            + "\\d\\.\\d\r\n\\(6 more\\)\r\n"
                            + Pattern.quote(String.format(OVER, 3)));
            terminal.shows(text -> shrunk.matcher(text).find());
            terminal.type("\003");
            terminal.shows(text -> text.contains("ended 130"));
            assertTrue(terminal.seen().contains("in all 8 hits in "), terminal.seen());
            terminal.ends();
        }
    }

    @Test
    void one_with_a_long_key_has_room_and_of_what_was_drawn_nothing_stays_after_a_ctrl_c() {
        try (ForkedJvm target = ForkedJvm.start(LookTarget.class, Arrival.AT_START)) {
            PseudoTerminal terminal = PseudoTerminal.start(
                    directory,
                    "xterm",
                    "C.UTF-8",
                    ":",
                    "count " + target.pid() + " order.placed --by \"id.repeat(70)\" --every 200ms --max-overhead off",
                    "echo ended $?");
            terminal.shows(text -> text.contains("looking at "));
            target.say("orders 2").printsNothing();
            terminal.pictures(lines -> rows(lines).size() == 3);
            terminal.press("\003");
            terminal.pictures(lines -> lines.contains("ended 130"));
            List<String> lines = terminal.picture();
            assertEquals(3, rows(lines).size(), () -> String.join("\n", lines));
            int first = lines.indexOf(rows(lines).get(0));
            assertTrue(lines.get(first).matches("MARKER +id\\.repeat\\(70\\) +HITS  PER SECOND"), lines.get(first));
            for (int i = 1; i <= 2; i++) {
                assertTrue(
                        lines.get(first + i).matches("order\\.placed  (A-\\d)+A?-?…  1     \\d\\.\\d"),
                        lines.get(first + i));
            }
            assertTrue(lines.get(first + 3).matches("in all 2 hits in .*"), lines.get(first + 3));
            terminal.ends();
        }
    }

    private static List<String> rows(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("MARKER ") || line.startsWith("order.placed  A-"))
                .toList();
    }
}
