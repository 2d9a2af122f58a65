/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour;

import io.livemark.behaviour.generate.Program;
import io.livemark.behaviour.run.ProgramsTarget;
import io.livemark.behaviour.run.ReceivingProbe;
import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM that runs all programs, round after round. What they did in a round lies in a directory under its name. */
final class Runner implements AutoCloseable {

    private final ForkedJvm jvm;
    private final Path output;

    private Runner(ForkedJvm jvm, Path output) {
        this.jvm = jvm;
        this.output = output;
    }

    /** Without the agent. */
    static Runner alone(Programs programs, String name, String... options) {
        return start(programs, name, programs.directory.resolve("classes"), false, options);
    }

    /** Without the agent; the programs lack what is skipped while no probe is loaded. */
    static Runner twins(Programs programs, String name) {
        return start(programs, name, programs.directory.resolve("twins"), false);
    }

    /** With the agent from the start. */
    static Runner woven(Programs programs, String name, String... options) {
        return start(programs, name, programs.directory.resolve("classes"), true, options);
    }

    private static Runner start(Programs programs, String name, Path classes, boolean agent, String... options) {
        try {
            Path list = programs.directory.resolve(name + ".list");
            Files.write(list, programs.all.stream().map(Program::name).toList());
            List<String> all = new ArrayList<>(List.of(
                    "-Dlivemark.behaviour.programs=" + list,
                    // C2 would throw exceptions without message and stack where it has seen many.
                    "-XX:-OmitStackTraceInFastThrow"));
            all.addAll(List.of(options));
            String[] array = all.toArray(new String[0]);
            String main = ProgramsTarget.class.getName();
            List<Path> path = List.of(Programs.testClasses(), classes);
            ForkedJvm jvm = agent
                    ? ForkedJvm.start(main, Arrival.AT_START, path, array)
                    : ForkedJvm.startWithoutAgent(main, path, array);
            return new Runner(jvm, programs.directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path round(int number) {
        Path directory = output.resolve(Integer.toString(number));
        jvm.say("run " + directory).printsNothing();
        return directory;
    }

    /** Starts rounds on a thread of their own. */
    void begin(int rounds) {
        jvm.say("begin " + rounds + " " + output).printsNothing();
    }

    /** Waits for them. */
    Path end() {
        jvm.say("end").printsNothing();
        return output;
    }

    void attach() {
        jvm.livemark("attach").exits(0);
    }

    void arm() {
        String file = ReceivingProbe.class.getName().replace('.', '/') + ".class";
        jvm.livemark("load", Programs.testClasses().resolve(file)).exits(0);
    }

    void disarm() {
        jvm.livemark("unload", ReceivingProbe.class.getSimpleName()).exits(0);
    }

    @Override
    public void close() {
        jvm.close();
    }
}
