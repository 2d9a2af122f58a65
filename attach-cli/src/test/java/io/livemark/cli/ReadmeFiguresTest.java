/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says it costs was measured: {@code src-it/benchmarks/run} writes the page, a human copies its first table. */
class ReadmeFiguresTest {

    private static final String PAGE = "src-it/benchmarks/RESULTS.md";
    private static final Pattern FIGURE = Pattern.compile("\\d+[.,]\\d+");

    private final String section = section();
    private final String results = read(PAGE);

    @Test
    void each_line_of_the_table_stands_on_the_page_of_the_results() {
        List<String> rows = section.lines()
                .filter(line -> line.startsWith("| ["))
                .map(line -> line.replace(PAGE, ""))
                .toList();
        assertEquals(6, rows.size(), section);
        rows.forEach(row -> assertTrue(
                results.lines().anyMatch(row::equals), "not in " + PAGE + "; copy its table \"In short\": " + row));
    }

    @Test
    void each_figure_stands_on_the_page_of_the_results() {
        FIGURE.matcher(section)
                .results()
                .map(MatchResult::group)
                .forEach(figure -> assertTrue(
                        Pattern.compile("(?<![\\d.,])" + Pattern.quote(figure) + "(?![\\d])")
                                .matcher(results)
                                .find(),
                        figure + " is not in " + PAGE));
    }

    private static String section() {
        String readme = read("README.md");
        int start = readme.indexOf("## What it costs");
        return readme.substring(start, readme.indexOf("\n## ", start));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of("..").resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
