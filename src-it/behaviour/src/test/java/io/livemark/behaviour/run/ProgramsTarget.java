/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.run;

import io.livemark.it.Console;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * Runs programs, all of them once at each {@code run DIRECTORY}, and writes what they did into that directory. {@code begin
 * ROUNDS DIRECTORY} does so several times on a thread of its own, and {@code end} waits for it.
 */
public final class ProgramsTarget {

    private static final Received RECEIVED = Received.install();

    private static FutureTask<Void> running;

    private ProgramsTarget() {}

    public static void main(String[] args) throws Exception {
        List<String> programs = Files.readAllLines(Path.of(System.getProperty("livemark.behaviour.programs")));
        Console.serve((command, argument) -> {
            switch (command) {
                case "run" -> run(programs, Path.of(argument));
                case "begin" -> {
                    String[] words = argument.split(" ", 2);
                    Callable<Void> rounds = () -> {
                        for (int i = 0; i < Integer.parseInt(words[0]); i++) {
                            run(programs, Path.of(words[1], Integer.toString(i)));
                        }
                        return null;
                    };
                    running = new FutureTask<>(rounds);
                    new Thread(running, "programs").start();
                }
                case "end" -> running.get();
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private static void run(List<String> programs, Path directory) throws IOException, ReflectiveOperationException {
        Files.createDirectories(directory);
        for (String program : programs) {
            run(program, directory);
        }
    }

    private static void run(String program, Path directory) throws IOException, ReflectiveOperationException {
        Trace.begin();
        RECEIVED.begin();
        try {
            Class.forName("made." + program).getMethod("run").invoke(null);
        } catch (InvocationTargetException e) {
            Trace.thrown("run", e.getCause());
        }
        Files.writeString(directory.resolve(program + ".trace"), Trace.end());
        Files.writeString(directory.resolve(program + ".received"), RECEIVED.end());
    }
}
