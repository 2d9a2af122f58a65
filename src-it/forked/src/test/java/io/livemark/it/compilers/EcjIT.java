/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.compilers;

import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eclipse's compiler, for releases of Java from 1.3, whose class files have subroutines and no frames, to 17. The name of
 * every marker starts with that of the release.
 */
@HoweverTheAgentComes
class EcjIT extends ShopTestBase {

    private static final List<String> RELEASES = List.of("1.3", "1.4", "1.5", "1.6", "8", "17");

    /** The parts of the program, the first release that has them, and what they can be told. */
    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("Early", new Part("1.3", "primitives objects arrays concatenation conditions effects inner"));
        PARTS.put("Finally", new Part("1.3", "finallys"));
        PARTS.put("Boxed", new Part("1.5", "primitives varargs switches greatest"));
        PARTS.put("Lambdas", new Part("8", "suppliers lambdas strings resources greet"));
        PARTS.put("Records", new Part("17", "switches tries patterns texts"));
    }

    private static final List<String> TYPED = List.of(
            "> java3 Early primitives",
            "typed 1 2 3 4",
            "did primitives",
            "> java17 Boxed primitives",
            "typed 1 2 3 4",
            "did primitives");

    @TempDir
    static Path classes;

    private static Shop shop;

    @BeforeAll
    static void compile() throws IOException {
        List<String> commands = new ArrayList<>();
        for (String release : RELEASES) {
            String name = "java" + release.replace("1.", "");
            Path directory = Files.createDirectory(classes.resolve(name));
            List<Path> sources = new ArrayList<>();
            sources.add(Sources.write(
                    directory, "Level", "package shop; interface Level { String NAME = \"" + name + "\"; }"));
            PARTS.forEach((part, is) -> {
                if (RELEASES.indexOf(release) >= RELEASES.indexOf(is.since())) {
                    Compiler.sources("ecj").stream()
                            .filter(file -> file.endsWith(part + ".java"))
                            .forEach(sources::add);
                    for (String word : is.commands().split(" ")) {
                        commands.add(name + " " + part + " " + word);
                    }
                }
            });
            Compiler ecj = release.startsWith("1.") ? Compiler.OLD_ECJ : Compiler.ECJ;
            ecj.compile(sources, directory, "-source", release, "-target", release);
        }
        shop = Shop.of("ecj", EcjTarget.class.getName(), List.of(classes), commands, TYPED);
    }

    @Override
    Shop shop() {
        return shop;
    }

    /**
     * A class of the program.
     *
     * @param since the first release that can be asked to compile it
     * @param commands what it can be told
     */
    private record Part(String since, String commands) {}
}
