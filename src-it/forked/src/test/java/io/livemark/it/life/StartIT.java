/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Arrival;
import io.livemark.it.Build;
import io.livemark.it.Child;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Jdk;
import io.livemark.it.probes.AnyProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent starts with the JVM, and most of it beside the application. */
class StartIT {

    private static final Pattern LOADED = Pattern.compile("\\[(\\d+)] (\\S+) source: .*");

    @TempDir
    Path directory;

    /** What the application waits for; with a class more, all programs start later. */
    @Test
    void the_application_waits_for_a_handful_of_our_classes() throws IOException {
        Path log = directory.resolve("classes");
        Child target = start("", BriefTarget.class, "0", "-Xlog:class+load:file=" + log + ":tid");
        target.exits(0);
        String main = thread(log, BriefTarget.class.getName());
        Set<String> ours = new TreeSet<>();
        for (String line : Files.readAllLines(log)) {
            Matcher loaded = LOADED.matcher(line);
            if (loaded.matches()
                    && loaded.group(1).equals(main)
                    && loaded.group(2).matches("io\\.livemark\\.(?!it\\.).*|java\\.lang\\.Livemark.*")) {
                ours.add(loaded.group(2));
            }
        }
        assertEquals(
                Set.of(
                        "io.livemark.agent.Agent",
                        "io.livemark.agent.AgentEntry",
                        "io.livemark.agent.AgentLoader",
                        "io.livemark.agent.BridgeInstaller",
                        "io.livemark.agent.Launcher",
                        "io.livemark.agent.Launcher$Gone",
                        "io.livemark.agent.Options",
                        "io.livemark.weave.ConstantPool",
                        "io.livemark.weave.Door",
                        "io.livemark.weave.Gate",
                        "java.lang.LivemarkJvm"),
                ours);
    }

    @Test
    void a_program_without_marks_does_not_hold_what_weaving_takes() throws IOException {
        assertEquals(Set.of(), ofTheWeaver(UnmarkedTarget.class));
        assertTrue(ofTheWeaver(LifeTarget.class).contains("io.livemark.shaded.asm.ClassReader"), "the same with marks");
    }

    /** Each would have the JVM write a class, by code that it has not compiled yet: time of the first load, and memory of each program. */
    @Test
    void neither_the_start_nor_the_first_load_links_a_lambda() throws IOException {
        Path log = directory.resolve("lambdas");
        try (ForkedJvm target =
                ForkedJvm.start(LifeTarget.class, Arrival.AT_START, "-Xlog:class+load:file=" + log + ":tid")) {
            target.load(AnyProbe.class).exits(0);
            target.say("turn 1");
            assertEquals(Set.of(), matching(log, "(io\\.livemark\\.(?!it\\.)|java\\.lang\\.Livemark).*\\$\\$Lambda.*"));
            assertNotEquals(
                    Set.of(), matching(log, "io\\.livemark\\.it\\..*\\$\\$Lambda.*"), "those of the target itself");
        }
    }

    private Set<String> ofTheWeaver(Class<?> main) throws IOException {
        Path log = directory.resolve(main.getSimpleName());
        try (ForkedJvm target = ForkedJvm.start(main, Arrival.AT_START, "-Xlog:class+load:file=" + log + ":tid")) {
            // Answered by an agent that has begun.
            target.livemark("detach").exits(0);
        }
        return matching(log, "io\\.livemark\\.shaded\\.asm\\..*");
    }

    private static Set<String> matching(Path log, String pattern) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(log)) {
            Matcher loaded = LOADED.matcher(line);
            if (loaded.matches() && loaded.group(2).matches(pattern)) {
                names.add(loaded.group(2));
            }
        }
        return names;
    }

    /** Before there is a socket, while it is made, and after: which of these it is depends on the machine, what is left does not. */
    @ParameterizedTest
    @ValueSource(ints = {0, 20, 40, 60, 80, 100, 130, 160, 200, 300})
    void a_program_that_ends_while_the_agent_starts_leaves_nothing(int millis) throws IOException {
        Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        // The clock of the file system goes in steps; and a JVM that was killed may have had the same PID, but not just
        // now.
        Instant before = Instant.now().minusSeconds(1);
        Child target = start("", BriefTarget.class, Integer.toString(millis));
        target.exits(0);
        assertEquals(List.of(), target.err());
        Path socket = Path.of("/tmp/.livemark-" + uid, target.pid() + ".sock");
        assertFalse(
                Files.exists(socket)
                        && Files.getLastModifiedTime(socket).toInstant().isAfter(before),
                () -> socket + " was left behind");
    }

    @Test
    void an_agent_that_cannot_start_says_so_in_one_line_and_marked_classes_do_not_wait_for_it() {
        Path log = directory.resolve("no such directory/log");
        Child target = start("=log=" + log, LifeTarget.class, "");
        target.prints("ready");
        target.complains("livemark: the agent did not start: java.nio.file.NoSuchFileException: " + log);
        target.write("exit");
        target.exits(0);
        assertEquals(1, target.err().size(), target.err()::toString);
    }

    private static Child start(String agentOptions, Class<?> main, String argument, String... jvmOptions) {
        List<String> command = new ArrayList<>(
                List.of(Jdk.tool("java"), "-Xverify:all", "-javaagent:" + Build.agentJar() + agentOptions));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-cp", Build.testClasses() + ":" + Build.apiJar(), main.getName()));
        command.add(argument);
        return Child.start(command);
    }

    /** The one that loaded a class. */
    private static String thread(Path log, String type) throws IOException {
        for (String line : Files.readAllLines(log)) {
            Matcher loaded = LOADED.matcher(line);
            if (loaded.matches() && loaded.group(2).equals(type)) {
                return loaded.group(1);
            }
        }
        throw new AssertionError(type + " is not in " + log);
    }
}
