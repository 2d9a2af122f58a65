/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the READMEs say of the command line and of the tests is so. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\| `livemark (\\w+)([^|]*)\\|");
    private static final Pattern OPTION = Pattern.compile("--\\w+");

    private final String readme = read("README.md");

    @Test
    void the_table_of_exit_codes_is_that_of_the_program() {
        String table = Arrays.stream(ExitCode.values())
                .map(code -> "| " + code.code() + " | " + code.sentence() + " |\n")
                .collect(Collectors.joining());
        assertTrue(readme.contains("| exit code | meaning |\n| --- | --- |\n" + table + "\n"), table);
    }

    @Test
    void every_command_is_in_the_table_and_has_the_options_that_stand_there() {
        List<MatchResult> rows = COMMAND.matcher(readme).results().toList();
        Set<String> named = rows.stream().map(row -> row.group(1)).collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "ps", "attach", "list", "top", "count", "print", "hist", "latency", "stack", "record", "load",
                        "unload", "detach", "demo"),
                named);
        String help = help();
        for (MatchResult row : rows) {
            assertTrue(
                    Pattern.compile("(?m)^  " + row.group(1) + " ")
                            .matcher(help)
                            .find(),
                    row.group(1));
            String ofCommand = help(row.group(1));
            OPTION.matcher(row.group(2))
                    .results()
                    .forEach(option -> assertTrue(ofCommand.contains(option.group()), row.group()));
        }
    }

    @Test
    void every_test_that_pins_a_decision_exists() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(ROOT)) {
            tests = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
        List<String> pins = Pattern.compile("`(\\w+(?:Test|IT))`")
                .matcher(read("agent/README.md"))
                .results()
                .map(pin -> pin.group(1))
                .toList();
        assertTrue(pins.size() > 8, pins.toString());
        pins.forEach(pin -> assertTrue(tests.contains(pin + ".java"), pin));
    }

    private static String help(String... command) {
        StringWriter out = new StringWriter();
        String[] words =
                Stream.concat(Arrays.stream(command), Stream.of("--help")).toArray(String[]::new);
        assertEquals(0, Main.run(new PrintWriter(out, true), new PrintWriter(out, true), words));
        return out.toString();
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
