/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.livemark.Mark;
import io.livemark.weave.marked.MarkWithArguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;
import org.objectweb.asm.Opcodes;

/**
 * Compares woven methods, and what was found of their sites, with {@code src/test/snapshots}. Where they differ, the new text is
 * in {@code target/snapshots}: to be read, and copied over.
 *
 * <p>The snapshots are of what javac 17 makes: later ones give conditions among the arguments a narrower type.
 */
@EnabledOnJre(JRE.JAVA_17)
class MarkWeaverSnapshotTest {

    private static final String CONCATENATION = """
            import io.livemark.Mark;
            class ConcatenationForJava8 {
                static void strings(String s, Integer i, long j, Object o) {
                    Mark.mark("eight.plain a={} b={}", s + i + j, "it is " + s + 'c');
                    Mark.mark("eight.object a={}", s + o);
                }
            }
            """;

    @TestFactory
    Stream<DynamicTest> woven_methods_read_as_before() {
        return MarkedClasses.ALL.stream().flatMap(type -> compare(type.getSimpleName(), ClassFiles.of(type)));
    }

    @TestFactory
    Stream<DynamicTest> concatenation_by_a_builder_reads_as_before() {
        String name = "ConcatenationForJava8";
        return compare(
                name, ClassFiles.compile(name, CONCATENATION, "--release", "8").get(name));
    }

    @TestFactory
    Stream<DynamicTest> class_files_without_invokedynamic_read_as_before() {
        Class<?> type = MarkWithArguments.class;
        return Stream.concat(
                compare("OldWithoutFrames", OldClassFiles.of(type, Opcodes.V1_5)),
                compare("OldWithFrames", OldClassFiles.of(type, Opcodes.V1_6)));
    }

    @TestFactory
    Stream<DynamicTest> mark_itself_reads_as_before() {
        return dynamic(
                "Mark",
                BytecodeText.methods(MarkShim.weave(ClassFiles.of(Mark.class)), name -> !name.equals("<init>")));
    }

    @Test
    void there_is_no_snapshot_of_what_is_gone() throws Exception {
        Set<String> expected = new TreeSet<>();
        MarkedClasses.ALL.forEach(type -> expected.add(type.getSimpleName()));
        expected.addAll(List.of("ConcatenationForJava8", "Mark", "OldWithFrames", "OldWithoutFrames"));
        try (Stream<Path> folders = Files.list(Snapshots.KNOWN)) {
            assertEquals(
                    expected,
                    folders.map(folder -> folder.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static Stream<DynamicTest> compare(String name, byte[] file) {
        ClassWeaver.Woven woven = ClassWeaver.weave(file, null);
        Set<String> marked = woven.sites().stream().map(MarkedSite::method).collect(Collectors.toSet());
        Map<String, String> texts = new TreeMap<>();
        if (woven.file() != null) {
            texts.putAll(BytecodeText.methods(woven.file(), marked::contains));
            // Which slots are free depends on the tests before.
            texts.replaceAll(
                    (method, text) -> text.replaceAll("SIPUSH \\d+(\\s+INVOKESTATIC \\S+Slots)", "SIPUSH slot$1"));
        }
        texts.put(
                "sites",
                woven.sites().stream().map(MarkWeaverSnapshotTest::line).collect(Collectors.joining()));
        return dynamic(name, texts);
    }

    private static Stream<DynamicTest> dynamic(String name, Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(text -> dynamicTest(
                        name + "/" + text.getKey(), () -> Snapshots.compare(name, text.getKey(), text.getValue())));
    }

    private static String line(MarkedSite site) {
        String reason = site.form().reason().sentence();
        return site.method() + ": " + site.kind().name().toLowerCase(Locale.ROOT) + " " + site.signature() + " is "
                + site.form().word() + (reason.isEmpty() ? "" : ": " + reason) + "\n";
    }
}
