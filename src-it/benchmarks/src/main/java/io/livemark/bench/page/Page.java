/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.page;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes the page: {@code Page RESULTS FIGURES MARKDOWN SVG SUITE…}, where RESULTS is a folder of {@code JDK.SUITE.json}. */
public final class Page {

    private static final String HEAD = """
            # What it costs, as measured

            Written by `src-it/benchmarks/run`; not to be edited. `median [least..greatest]` of launches or rounds. Load is the load
            average at the start, to which the suite before adds: above 3 the machine had something else to do. Then only ratios of pairs mean
            something, no target is said to be missed, and nothing is quoted.

            ![cost that is added to a method](RESULTS.svg)

            """;

    private final Map<String, Map<String, Result>> results = new TreeMap<>();
    private final TreeSet<String> jdks = new TreeSet<>();
    private final List<Figure> figures;

    private Page(Path folder, Path figures, List<String> suites) throws IOException {
        this.figures = List.of(new Gson().fromJson(Files.readString(figures), Figure[].class));
        for (String suite : suites) {
            Map<String, Result> ofSuite = new TreeMap<>();
            try (var files = Files.newDirectoryStream(folder, "*." + suite + ".json")) {
                for (Path file : files) {
                    Result result = Result.read(file);
                    ofSuite.put(result.jdk(), result);
                }
            }
            results.put(suite, ofSuite);
            jdks.addAll(ofSuite.keySet());
        }
    }

    public static void main(String[] args) throws IOException {
        List<String> suites = Arrays.asList(args).subList(4, args.length);
        Page page = new Page(Path.of(args[0]), Path.of(args[1]), suites);
        Files.writeString(Path.of(args[2]), page.markdown(suites));
        Files.writeString(Path.of(args[3]), new Chart(page.results, page.jdks).svg());
    }

    private String markdown(List<String> suites) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("## In short\n\nRatios; these lines are those of the README.\n\n");
        heads(page, "benchmark");
        for (Figure figure : figures) {
            if (figure.readme() != null) {
                row(page, figure.readme(), jdks.stream().map(jdk -> figure.forReadme(result(figure, jdk))));
            }
        }
        page.append("\n## Targets\n\n");
        heads(page, "what", "target");
        List<String> causes = new ArrayList<>();
        for (Figure figure : figures) {
            if (figure.isTarget()) {
                row(
                        page,
                        figure.text() + " | " + figure.target(),
                        jdks.stream().map(jdk -> figure.against(result(figure, jdk))));
                if (figure.cause() != null && jdks.stream().anyMatch(jdk -> figure.isMissed(result(figure, jdk)))) {
                    causes.add("- " + figure.text() + ": " + figure.cause() + "\n");
                }
            }
        }
        page.append('\n');
        causes.forEach(page::append);
        page.append(causes.isEmpty() ? "" : "\n");
        for (String suite : suites) {
            results.get(suite).values().forEach(result -> result.print(page));
        }
        return page.toString().stripTrailing() + "\n";
    }

    private Result result(Figure figure, String jdk) {
        return results.getOrDefault(figure.suite(), Map.of()).get(jdk);
    }

    private void heads(StringBuilder page, String... names) {
        row(page, String.join(" | ", names), jdks.stream().map(jdk -> "JDK " + jdk));
        row(page, "---" + " | ---".repeat(names.length - 1), jdks.stream().map(jdk -> "---"));
    }

    private static void row(StringBuilder page, String head, java.util.stream.Stream<String> cells) {
        page.append("| ").append(head);
        cells.forEach(cell -> page.append(" | ").append(cell));
        page.append(" |\n");
    }
}
