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
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The full screen, in a pseudo-terminal that {@code script} of util-linux makes. */
class TopIT {

    private static final String OTHER_PAGE = "\033[?1049h";
    private static final String FIRST_PAGE = "\033[?1049l";
    private static final Pattern SETTINGS = Pattern.compile("settings ([0-9a-f:]{20,})");
    private static final Pattern PROBE = Pattern.compile("top-(\\d+)-life\\.turn");

    private static ForkedJvm target;

    @TempDir
    private static Path directory;

    private PseudoTerminal terminal;

    @BeforeAll
    static void start() {
        target = ForkedJvm.start(TurnTarget.class, Arrival.AT_START);
    }

    @AfterAll
    static void end() {
        target.close();
    }

    @Test
    void a_counter_is_armed_and_disarmed_by_a_key_and_q_gives_the_terminal_back() {
        begin("xterm-256color", "C.UTF-8");
        terminal.shows(text -> text.contains(OTHER_PAGE) && text.contains("life.turn") && text.contains("idle"));
        terminal.type("");
        terminal.shows(text -> text.contains("counted"));
        target.livemark("list", "life.turn").exits(0).says("armed").says("top-");
        target.say("turn 1").printsNothing();
        target.say("turn 2").printsNothing();
        terminal.type("");
        terminal.shows(text -> text.contains("life.turn: counted 2"));
        target.livemark("list", "life.turn").exits(0).says("idle");
        terminal.type("q");
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
    void without_a_terminal_it_says_what_to_do_instead() {
        target.livemark("top").exits(1).complains("top needs a terminal").complains("hint: livemark list");
    }

    /** Tells how the terminal is set before and after. */
    private void begin(String type, String locale) {
        String settings = "echo settings $(stty -g)";
        terminal = PseudoTerminal.start(
                directory,
                type,
                locale,
                settings,
                "top " + target.pid() + " --every 200ms",
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
