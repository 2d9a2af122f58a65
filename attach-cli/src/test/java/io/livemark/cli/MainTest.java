/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.cli.jvm.ProcJvms;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest extends CommandTestBase {

    private static final List<String> COMMANDS = List.of(
            "ps", "attach", "list", "count", "print", "hist", "latency", "stack", "load", "unload", "detach", "demo");

    @Test
    void exit_codes_are_a_promise() {
        assertEquals(0, ExitCode.DONE.code());
        assertEquals(1, ExitCode.FAILED.code());
        assertEquals(2, ExitCode.USAGE.code());
        assertEquals(3, ExitCode.UNREACHABLE.code());
    }

    @Test
    void help_lists_every_command_and_every_exit_code() {
        Ran help = livemark("--help");
        assertEquals(0, help.exit());
        for (String command : COMMANDS) {
            assertTrue(help.out().contains("\n  " + command + " "), command);
        }
        for (ExitCode code : ExitCode.values()) {
            assertTrue(help.out().contains(code.code() + " " + code.sentence()), code.toString());
        }
    }

    @Test
    void help_of_every_command_shows_a_call_and_what_it_prints() {
        for (String command : COMMANDS) {
            Ran help = livemark(command, "--help");
            assertEquals(0, help.exit());
            assertTrue(help.out().startsWith("  $ livemark " + command), help.out());
            assertTrue(help.out().contains("\n\nUsage: livemark " + command), help.out());
        }
    }

    /** A bar that ends with {@code @|} is no style of picocli's. */
    @Test
    void a_histogram_in_the_help_is_drawn_as_in_the_output() {
        for (String command : new String[] {"hist", "latency"}) {
            List<String> bars = livemark(command, "--help")
                    .out()
                    .lines()
                    .filter(line -> line.startsWith("  ["))
                    .toList();
            assertTrue(bars.size() > 3, bars.toString());
            bars.forEach(bar -> assertTrue(bar.matches("  \\[\\w+, \\w+\\) +\\d+ \\|[@ ]{52}\\|"), bar));
        }
    }

    @Test
    void version_is_that_of_the_build() {
        assertTrue(livemark("--version").out().startsWith("livemark 0."));
    }

    @Test
    void usage_errors_have_the_shape_of_all_errors() {
        assertEquals(
                new Ran(
                        2,
                        "",
                        lines(
                                "livemark: Missing required parameter: 'JVM'",
                                "hint: livemark list --help   shows what may be given")),
                livemark("list"));
        for (String[] args : new String[][] {{}, {"lost"}, {"list", "4711000", "--no"}, {"load", "4711000"}}) {
            Ran ran = livemark(args);
            assertEquals(2, ran.exit());
            assertEquals("", ran.out());
            assertTrue(ran.err().startsWith("livemark: "), ran.err());
        }
    }

    @Test
    void an_argument_that_could_not_be_read_is_refused() {
        Ran ran = livemark("count", "4711000", "a.b", "--where", "s.contains(\"\ufffd\")");
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("cannot be read in this locale, ? here: s.contains(\"?\")\nhint: "), ran.err());
    }

    @Test
    void attach_says_that_the_agent_is_there_already() {
        assertEquals(
                lines("already in 4711000 (shop.ShopServer): agent 0.1.0, Java 17, attached"),
                livemark("attach", "4711000").out());
    }

    @Test
    void ps_shows_where_the_agent_is() throws IOException {
        assertEquals(
                lines("PID      MAIN             JDK  AGENT", "4711000  shop.ShopServer  ?    attached"),
                livemark("ps").out());
        agent.answers(Request.Describe.class, new Reply.Described("0.1.0", false, 17, ""));
        assertTrue(livemark("ps").out().contains("at start"));
        agent.close();
        assertTrue(livemark("ps").out().endsWith("?    -\n"));
    }

    @Test
    void a_jvm_that_does_not_exist_cannot_be_reached() {
        assertEquals(
                new Ran(3, "", lines("livemark: there is no process 99999999", "hint: livemark ps   lists the JVMs")),
                livemark(new ProcJvms(), "list", "99999999"));
    }

    @Test
    void a_socket_in_a_directory_that_others_may_enter_is_not_used() throws IOException {
        Path directory = root.resolve("tmp/.livemark-" + agent.jvm().uid());
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        Ran ran = livemark("list", "4711000");
        assertEquals(3, ran.exit());
        assertTrue(ran.err().contains("is open to other users, so it is not used"), ran.err());
    }
}
