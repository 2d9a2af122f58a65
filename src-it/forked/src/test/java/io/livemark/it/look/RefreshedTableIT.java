/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.look;

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
    private static final String OVER = "\033[%dA\033[J";

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
            Child.start(List.of("stty", "-F", tty.group(1), "rows", "4", "cols", "18"))
                    .exits(0);
            String shrunk = String.format(OVER, 8)
                    + "MARKER        id  \r\norder.placed  A-0 \r\n(6 more)\r\n"
                    + String.format(OVER, 3);
            terminal.shows(text -> text.contains(shrunk));
            terminal.type("\003");
            terminal.shows(text -> text.contains("ended 130"));
            assertTrue(terminal.seen().contains("in all 8 hits in "), terminal.seen());
            terminal.ends();
        }
    }
}
