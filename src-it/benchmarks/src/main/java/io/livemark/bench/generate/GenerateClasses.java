/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a jar of classes: {@code GenerateClasses FOLDER JAR COUNT MARKED}. The first MARKED of them hold two sites each: one of
 * the marker {@code gen.one}, common to all, and one of a marker of their own, {@code gen.each.N}. Each class is an
 * {@link java.util.function.IntUnaryOperator} that runs all its methods. With a fifth argument all of them hold so many sites instead, of
 * one marker for each class.
 */
public final class GenerateClasses {

    private static final int AT_ONCE = 1_000;

    private GenerateClasses() {}

    /** {@return the name of a generated class} */
    public static String name(int number) {
        return "gen.p" + number / 100 + ".Class" + number;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int count = Integer.parseInt(args[2]);
        int marked = Integer.parseInt(args[3]);
        int manySites = args.length > 4 ? Integer.parseInt(args[4]) : 0;
        for (int from = 0; from < count; from += AT_ONCE) {
            Map<String, String> sources = new HashMap<>();
            for (int i = from; i < Math.min(count, from + AT_ONCE); i++) {
                sources.put(name(i), manySites > 0 ? manySites(i, manySites) : source(i, i < marked));
            }
            Sources.compile(sources, folder);
        }
        Sources.jar(folder, args[1]);
    }

    private static String manySites(int number, int sites) {
        String name = name(number);
        int dot = name.lastIndexOf('.');
        StringBuilder text = new StringBuilder("package " + name.substring(0, dot) + ";\npublic class "
                + name.substring(dot + 1) + " implements java.util.function.IntUnaryOperator {\n"
                + "@Override public int applyAsInt(int n) {\n");
        for (int i = 0; i < sites; i++) {
            text.append("io.livemark.Mark.mark(\"gen.many." + number + " n={}\", n + " + i + ");\n");
        }
        return text.append("return n;\n}\n}\n").toString();
    }

    private static String source(int number, boolean marked) {
        String name = name(number);
        int dot = name.lastIndexOf('.');
        StringBuilder text = new StringBuilder("package " + name.substring(0, dot) + ";\n");
        text.append("import java.util.*;\npublic class " + name.substring(dot + 1)
                + " implements java.util.function.IntUnaryOperator {\n"
                + "private final Map<String, Integer> seen = new HashMap<>();\n");
        for (int i = 0; i < 4; i++) {
            text.append("private int work" + i + "(int n, String word) {\nint sum = n;\n"
                    + "for (int i = 0; i < word.length(); i++) { sum = 31 * sum + word.charAt(i) + " + number + "; }\n"
                    + "if (sum == 42) { seen.merge(word + sum, n, Integer::sum); }\n");
            text.append(marked && i == 0 ? "io.livemark.Mark.mark(\"gen.one n={} word={}\", n, word);\n" : "");
            text.append(
                    marked && i == 1
                            ? "io.livemark.Mark.mark(\"gen.each." + number + " n={} word={}\", n, word);\n"
                            : "");
            text.append("return sum + seen.size();\n}\n");
        }
        return text.append(
                        "@Override public int applyAsInt(int n) {\n"
                                + "return work0(n, \"one\") + work1(n, \"two\") + work2(n, \"three\") + work3(n, \"four\");\n}\n}\n")
                .toString();
    }
}
