/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.it.Build;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Listing;
import io.livemark.it.Output;
import io.livemark.it.probes.AnyProbe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At a detach the JVM gets the code of the class files, as a transformer behind ours sees it, for every class that we touched. */
class GivenBackIT {

    /** These and their nested classes hold every kind of mark that the tests know. */
    private static final List<String> MARKED =
            List.of("Arguments", "Constructs", "Flow", "Initialised", "SitesTarget", "ValuesTarget");

    private static final String MARK = "io.livemark.Mark";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"FIRST", "LATE_BUT_FIRST"})
    void every_class_that_was_touched_has_the_code_of_its_class_file_again(Order order) throws IOException {
        try (ForkedJvm target = start(order)) {
            target.load(AnyProbe.class).exits(0);
            Map<String, byte[]> woven = seen(target);
            Listing list = target.list("--sites");
            Set<String> touched = changed(woven);
            // What the shim serves is not touched.
            assertEquals(woven(list), without(MARK, touched));
            if (order == Order.FIRST) {
                assertTrue(touched.contains(MARK), touched.toString());
            }

            Output detached = target.livemark("detach").exits(0);
            Map<String, byte[]> back = seen(target);
            Set<String> left = new TreeSet<>(touched);
            left.removeAll(back.keySet());
            assertEquals(Set.of(), changed(back), "given back, but not what the class file has");
            for (String name : left) {
                assertTrue(
                        damageable(name),
                        () -> detached.failure(name + " was not given back").getMessage());
                detached.says(name + " stays woven");
            }
            int restored = touched.size() - left.size();
            detached.says(restored + " classes restored");
        }
    }

    @Test
    void a_class_with_a_running_loop_keeps_its_code_and_is_named() throws IOException {
        try (ForkedJvm target = start(Order.FIRST)) {
            target.say("spin").printsNothing();
            Set<String> touched = changed(seen(target));
            String spinning = GivenBackTarget.class.getName();
            assertTrue(touched.contains(spinning), touched.toString());
            target.livemark("detach").exits(0).says(spinning + " stays woven").says("a loop in spin is running");
            Map<String, byte[]> back = seen(target);
            assertTrue(!back.containsKey(spinning), "was retransformed");
            assertEquals(Set.of(), changed(back));
            assertTrue(
                    back.containsKey("io.livemark.it.marks.Flow"), back.keySet().toString());
        }
    }

    private ForkedJvm start(Order order) throws IOException {
        return order.start(
                GivenBackTarget.class,
                Build.dependency("asm-"),
                Neighbour.with("looks", directory),
                "-Dclasses=" + String.join(",", classes()));
    }

    /** All of which there are class files, nested ones too, and {@code Mark}. */
    private static List<String> classes() throws IOException {
        try (Stream<Path> files = Files.list(Build.testClasses().resolve("io/livemark/it/marks"))) {
            Stream<String> marked = files.map(
                            file -> file.getFileName().toString().replace(".class", ""))
                    .filter(name -> MARKED.contains(name.replaceFirst("\\$.*", "")))
                    .map(name -> "io.livemark.it.marks." + name);
            return Stream.concat(marked, Stream.of(MARK)).toList();
        }
    }

    private static Set<String> without(String name, Set<String> names) {
        Set<String> rest = new TreeSet<>(names);
        rest.remove(name);
        return rest;
    }

    /** What went to the JVM since this was asked last, by class. */
    private Map<String, byte[]> seen(ForkedJvm target) throws IOException {
        Path seen = Files.createTempDirectory(directory, "seen");
        target.say("write " + seen).printsNothing();
        Map<String, byte[]> classes = new HashMap<>();
        try (Stream<Path> files = Files.list(seen)) {
            for (Path file : files.toList()) {
                classes.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    /** Those whose code is not that of their class file. */
    private static Set<String> changed(Map<String, byte[]> classes) {
        return classes.entrySet().stream()
                .filter(seen -> !MethodTexts.of(seen.getValue()).equals(MethodTexts.of(classFile(seen.getKey()))))
                .map(Map.Entry::getKey)
                .collect(sorted());
    }

    private static Set<String> woven(Listing list) {
        return list.markers().stream()
                .flatMap(marker -> list.sites(marker).stream())
                .filter(site -> Set.of("guarded", "evaluated").contains(site.get("form")))
                .map(site -> (String) site.get("class"))
                .collect(sorted());
    }

    /** Whether there are JDKs that damage the class when they retransform it. */
    private static boolean damageable(String name) {
        return MethodTexts.of(classFile(name)).values().stream().anyMatch(text -> text.contains("// parameter "));
    }

    private static byte[] classFile(String name) {
        try (InputStream file = GivenBackIT.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static <T> java.util.stream.Collector<T, ?, Set<T>> sorted() {
        return Collectors.toCollection(TreeSet::new);
    }
}
