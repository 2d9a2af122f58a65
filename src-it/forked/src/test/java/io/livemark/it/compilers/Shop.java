/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.compilers;

import io.livemark.it.ForkedJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A compiled program, and what is asked of it.
 *
 * @param snapshots the directory of its known texts
 * @param main its main class
 * @param classPath its classes and their libraries
 * @param commands what it is told, in this order
 * @param typed what it answers to some with {@link ShopProbe} loaded
 * @param alone what it answers without the agent
 */
record Shop(
        String snapshots,
        String main,
        List<Path> classPath,
        List<String> commands,
        List<String> typed,
        List<String> alone) {

    /** The answers of every program that marks what a handler can take as primitives, however its compiler boxed it. */
    static final List<String> TYPED = List.of(
            "> placed",
            "typed o-2 12.5",
            "did 12.5",
            "> primitives",
            "typed 1 2 3 4",
            "typed 0.5 0.25 c true",
            "did primitives");

    /** Compiles a program; its sources lie in one directory. */
    static Shop compiled(Compiler compiler, String sources, String main, String commands, Path into) {
        compiler.compile(Compiler.sources(sources), into);
        List<Path> classPath = new ArrayList<>(compiler.libraries());
        classPath.add(into);
        return of(compiler.directory(), main, classPath, List.of(commands.split(" ")), TYPED);
    }

    /** Asks the program without the agent, once for all arrivals. */
    static Shop of(String snapshots, String main, List<Path> classPath, List<String> commands, List<String> typed) {
        try (ForkedJvm shop = ForkedJvm.startWithoutAgent(main, classPath)) {
            return new Shop(snapshots, main, classPath, commands, typed, answers(shop, commands));
        }
    }

    /** {@return each command, and the lines that it was answered with} */
    static List<String> answers(ForkedJvm shop, List<String> commands) {
        List<String> lines = new ArrayList<>();
        for (String command : commands) {
            lines.add("> " + command);
            lines.addAll(shop.say(command).lines());
        }
        return lines;
    }

    /** {@return the commands that get the typed answers} */
    List<String> typedCommands() {
        return typed.stream()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
    }
}
