/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.PseudoTerminal;
import io.livemark.it.probes.CostlyProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The full screen, in a pseudo-terminal that {@code script} of util-linux makes. */
class TopIT {

    private static final String OTHER_PAGE = "\033[?1049h";
    private static final String FIRST_PAGE = "\033[?1049l";
    private static final String DOWN = "\033OB";
    private static final String FIRST = "\033OH";
    private static final String LAST = "\033OF";
    private static final Pattern SETTINGS = Pattern.compile("settings ([0-9a-f:]{20,})");
    private static final Pattern PROBE = Pattern.compile("top-(\\d+)-life\\.turn");

    private static ForkedJvm target;

    @TempDir
    private static Path directory;

    private PseudoTerminal terminal;
    private ForkedJvm shop;

    @BeforeAll
    static void start() {
        target = ForkedJvm.start(TurnTarget.class, Arrival.AT_START);
    }

    @AfterAll
    static void end() {
        target.close();
    }

    @AfterEach
    void close() {
        if (terminal != null) {
            terminal.close();
        }
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void a_counter_is_armed_and_disarmed_by_a_key_and_q_gives_the_terminal_back() {
        begin("xterm-256color", "C.UTF-8");
        terminal.shows(text -> text.contains(OTHER_PAGE) && text.contains("life.turn") && text.contains("idle"));
        terminal.type("");
        terminal.shows(text -> text.contains("counted"));
        target.livemark("list", "life.turn").exits(0).says("armed").says("top-");
        target.load(CostlyProbe.class).exits(0);
        target.say("turn 1").printsNothing();
        target.say("turn 2").printsNothing();
        terminal.type("");
        terminal.shows(text -> text.contains("life.turn: counted 2"));
        target.livemark("list", "life.turn").exits(0).says("idle");
        target.livemark("list", "--probes").exits(0).says("CostlyProbe").keepsQuietAbout("top-");
        terminal.type("q");
        ends(0);
        // That of somebody else stays.
        target.livemark("unload", "CostlyProbe").exits(0).says("unloaded CostlyProbe");
    }

    @Test
    void the_marker_that_was_chosen_is_counted_alone_until_enter_is_pressed_again() {
        shop("200ms");
        shows("by hits/s", "> admin.called", "  budget.turn", "  cart.filled", "  order.placed");
        terminal.press(DOWN);
        shows("by hits/s", "  admin.called", "> budget.turn", "  cart.filled", "  order.placed");
        terminal.press(LAST);
        shows("by hits/s", "  admin.called", "  budget.turn", "  cart.filled", "> order.placed");
        terminal.press("\r");
        // It is the busiest now, with no hits a second, since of the others nothing is known.
        shows("by hits/s", "> order.placed", "  admin.called", "  budget.turn", "  cart.filled");
        terminal.pictures(lines -> lines.get(2).contains("counted"));
        shop.list().shows("order.placed", "armed").shows("admin.called", "idle");
        shop.say("place 3").printsNothing();
        shop.say("call").printsNothing();
        terminal.press("\r");
        terminal.pictures(lines -> lines.contains("order.placed: counted 3"));
        shop.list().shows("order.placed", "idle");
        shows("by hits/s", "  admin.called", "  budget.turn", "  cart.filled", "> order.placed");
        shop.livemark("list", "--probes").exits(0).keepsQuietAbout("top-");
        terminal.press("q");
        ends(0);
    }

    @Test
    void s_puts_the_markers_into_another_order() {
        shop("200ms");
        shows("by hits/s", "> admin.called", "  budget.turn", "  cart.filled", "  order.placed");
        terminal.press(DOWN + DOWN + "\r");
        shows("by hits/s", "> cart.filled", "  admin.called", "  budget.turn", "  order.placed");
        terminal.press(LAST + "\r");
        shows("by hits/s", "  cart.filled", "> order.placed", "  admin.called", "  budget.turn");
        terminal.press(FIRST);
        shop.load(CostlyProbe.class).exits(0);
        shop.say("place 100000").printsNothing();
        shop.say("work").printsNothing();
        shows("by hits/s", "> cart.filled", "  budget.turn", "  order.placed", "  admin.called");
        terminal.press("s");
        shows("by hits", "  order.placed", "> cart.filled", "  budget.turn", "  admin.called");
        terminal.press("s");
        shows("by time", "  budget.turn", "> cart.filled", "  order.placed", "  admin.called");
        terminal.press("s");
        shows("by name", "  admin.called", "  budget.turn", "> cart.filled", "  order.placed");
        terminal.press("s");
        shows("by hits/s", "> cart.filled", "  budget.turn", "  order.placed", "  admin.called");
        terminal.press("q");
        ends(0);
    }

    @Test
    void a_filter_leaves_the_markers_that_match_and_esc_brings_back_the_others() {
        shop("200ms");
        shows("4 markers, 0 armed, by hits/s", "> admin.called", "  budget.turn", "  cart.filled", "  order.placed");
        terminal.press("/");
        terminal.pictures(lines -> last(lines).equals("filter: _   Enter keeps it, Esc drops it"));
        terminal.press("LLED");
        shows("2 of 4 markers, 0 armed, by hits/s", "> admin.called", "  cart.filled");
        terminal.pictures(lines -> last(lines).startsWith("filter: LLED_ "));
        terminal.press("\r");
        terminal.pictures(lines -> last(lines).contains("filter: LLED (Esc drops it)"));
        terminal.press(DOWN);
        shows("2 of 4 markers, 0 armed, by hits/s", "  admin.called", "> cart.filled");
        terminal.press("\033");
        shows("  4 markers, 0 armed, by hits/s", "  admin.called", "  budget.turn", "> cart.filled", "  order.placed");
        terminal.pictures(lines -> last(lines).endsWith("q quit"));
        terminal.press("q");
        ends(0);
    }

    @Test
    void where_the_window_becomes_too_small_it_says_how_large_it_must_be() {
        // No look comes while it runs: what is drawn again is drawn since the window has changed.
        shop("1h");
        shows("by hits/s", "> admin.called", "  budget.turn", "  cart.filled", "  order.placed");
        terminal.resize(5, 50);
        terminal.pictures(List.of("too small: 50x5", "at least 60x6", "q quits", "", "")::equals);
        terminal.resize(6, 60);
        shows("by hits/s", "> admin.called", "  budget.turn");
        terminal.resize(24, 59);
        terminal.pictures(lines -> String.join(" ", lines).strip().equals("too small: 59x24 at least 60x6 q quits"));
        terminal.press("q");
        ends(0);
    }

    @Test
    void it_fills_the_window_whatever_size_that_gets() {
        shop("1h");
        fills(24, 80);
        terminal.resize(24, 60);
        fills(24, 60);
        terminal.resize(10, 100);
        fills(10, 100);
        terminal.press("q");
        ends(0);
    }

    @Test
    void control_c_takes_its_counters_along() {
        begin("screen", "C.UTF-8");
        terminal.shows(text -> text.contains("idle"));
        terminal.type("");
        terminal.shows(text -> text.contains("counted"));
        terminal.type("\003");
        ends(0);
        target.livemark("list", "life.turn").exits(0).says("idle");
    }

    @Test
    void a_signal_that_ends_it_gives_the_terminal_back_and_its_counters_go() {
        begin("xterm", "C");
        terminal.shows(text -> text.contains("p/Down choose") && !text.contains("↑"));
        terminal.type("");
        terminal.shows(text -> text.contains("counted"));
        Matcher probe = PROBE.matcher(target.livemark("list", "life.turn").out());
        assertTrue(probe.find(), "the probe's name has the process in it");
        assertTrue(
                ProcessHandle.of(Long.parseLong(probe.group(1))).orElseThrow().destroy());
        ends(143);
        terminal.await(
                "an idle marker",
                () -> target.livemark("list", "life.turn").out().contains("idle"));
    }

    @Test
    void a_jvm_that_ends_is_told_with_what_was_seen_of_it() {
        shop("200ms");
        shows("by hits/s", "> admin.called", "  budget.turn", "  cart.filled", "  order.placed");
        terminal.press(LAST + "\r");
        terminal.pictures(lines -> lines.get(2).contains("counted"));
        shop.say("place 3").printsNothing();
        terminal.pictures(lines -> lines.get(2).matches("> order\\.placed +counted +[\\d.]+ +3 .*"));
        assertTrue(ProcessHandle.of(shop.pid()).orElseThrow().destroyForcibly());
        // Closing it wants it to end by itself.
        shop = null;
        ends(1);
        assertTrue(terminal.seen().contains("hits until then: order.placed 3"), terminal.seen());
    }

    @Test
    void without_a_terminal_it_says_what_to_do_instead() {
        target.livemark("top").exits(1).complains("top needs a terminal").complains("hint: livemark list");
    }

    /** Looks at a JVM that has more markers than one. */
    private void shop(String every) {
        shop = ForkedJvm.start(TopTarget.class, Arrival.AT_START);
        begin(shop, "xterm-256color", "C.UTF-8", every);
    }

    /** Waits until the first line ends so, and the markers are these, in this order, with that which is chosen. */
    private void shows(String title, String... markers) {
        terminal.pictures(lines -> lines.get(0).endsWith(title)
                && lines.stream()
                        .filter(line -> line.matches("[> ] [a-z]+\\.[a-z]+ .*"))
                        .map(line -> line.substring(0, line.indexOf(' ', 2)))
                        .toList()
                        .equals(List.of(markers)));
    }

    /** Waits until the window has a title, a header, the markers and the keys, as wide as it is, and nothing else. */
    private void fills(int rows, int columns) {
        List<String> starts = new ArrayList<>(List.of("livemark top ", "MARKER "));
        List.of("> admin.called ", "  budget.turn ", "  cart.filled ", "  order.placed ")
                .forEach(starts::add);
        terminal.pictures(lines -> lines.size() == rows
                && lines.get(0).length() == columns
                && IntStream.range(0, starts.size()).allMatch(i -> lines.get(i).startsWith(starts.get(i)))
                && lines.subList(starts.size(), rows - 1).stream().allMatch(String::isEmpty)
                && last(lines).startsWith("↑↓ choose "));
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }

    private void begin(String type, String locale) {
        begin(target, type, locale, "200ms");
    }

    /** Tells how the terminal is set before and after. */
    private void begin(ForkedJvm target, String type, String locale, String every) {
        String settings = "echo settings $(stty -g)";
        terminal = PseudoTerminal.start(
                directory,
                type,
                locale,
                settings,
                "top " + target.pid() + " --every " + every,
                "echo ended $?; " + settings);
    }

    private void ends(int code) {
        terminal.shows(text -> SETTINGS.matcher(text).results().count() == 2);
        String text = terminal.seen();
        assertTrue(text.contains("ended " + code), text);
        List<String> settings =
                SETTINGS.matcher(text).results().map(found -> found.group(1)).toList();
        assertEquals(settings.get(0), settings.get(1));
        assertTrue(text.indexOf(FIRST_PAGE) > 0 && text.lastIndexOf(FIRST_PAGE) > text.lastIndexOf(OTHER_PAGE), text);
        assertTrue(text.lastIndexOf("\033[?25") == text.lastIndexOf("\033[?25h"), "the cursor is there again: " + text);
        terminal.ends();
    }
}
