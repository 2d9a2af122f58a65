/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livemark.weave.ClassFiles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProbeFilesTest {

    private static final String HELPER = "class Helper { void help() {} }";
    private static final String COUNTER = """
            import io.livemark.Probe;
            class Counter {
                @Probe("order.*") void order(String id) {}
                @Probe("order.*") void again(String id) {}
                @Probe("db.query") static void query() {}
                void none() {}
            }
            """;

    private final Map<String, byte[]> files = new HashMap<>();

    @Test
    void a_class_with_handlers_is_the_probe_and_others_help() throws Refusal {
        add("Counter", COUNTER);
        add("Helper", HELPER);
        files.put("notes.txt", new byte[] {1, 2, 3});
        files.put("module-info.class", new byte[0]);
        ProbeFiles found = ProbeFiles.of(files);
        assertEquals("Counter", found.className());
        assertEquals(
                List.of("db.query", "order.*"),
                found.patterns().stream().map(MarkerPattern::text).sorted().collect(Collectors.toList()));
        assertEquals(files, found.files());
    }

    @Test
    void of_methods_of_one_name_each_has_the_pattern_that_is_written_at_it() throws Refusal {
        add("Twice", """
                import io.livemark.Probe;
                class Twice {
                    @Probe("order.placed") void seen(String id) {}
                    @Probe("order.packed") void seen(int number) {}
                    void seen() {}
                }
                """);
        assertEquals(
                Map.of(
                        "seen(Ljava/lang/String;)V", new MarkerPattern("order.placed"),
                        "seen(I)V", new MarkerPattern("order.packed")),
                ProbeFiles.of(files).handlers());
    }

    @Test
    void a_handler_is_found_among_annotations_of_any_kind() throws Refusal {
        add("Annotated", """
                import io.livemark.Probe;
                import java.lang.annotation.*;
                class Annotated {
                    @Retention(RetentionPolicy.RUNTIME) @interface Inner { String[] names() default {}; int number(); }
                    @Retention(RetentionPolicy.RUNTIME) @interface All {
                        Inner one(); Inner[] more(); Class<?> type(); ElementType kind(); long[] none(); byte small(); String text();
                    }
                    @All(one = @Inner(number = 1), more = {@Inner(names = {"a", "b"}, number = 2), @Inner(number = 3)},
                            type = Annotated.class, kind = ElementType.FIELD, none = {}, small = 1, text = "x")
                    @Deprecated @Probe("order.placed") void placed(String id) {}
                    @All(one = @Inner(number = 1), more = {}, type = int.class, kind = ElementType.TYPE, none = {1, 2}, small = 1,
                            text = "Lio/livemark/Probe;")
                    int other;
                    @Deprecated void other() {}
                }
                """);
        ProbeFiles found = ProbeFiles.of(files);
        assertEquals(Map.of("placed(Ljava/lang/String;)V", new MarkerPattern("order.placed")), found.handlers());
        assertEquals(Set.of(), found.named());
    }

    @Test
    void a_file_that_ends_early_is_refused_wherever_it_ends() {
        add("Counter", COUNTER);
        byte[] whole = files.get("Counter.class");
        for (int length = 8; length < whole.length; length++) {
            files.put("Counter.class", Arrays.copyOf(whole, length));
            assertRefused("Counter.class is not a class file", "");
        }
    }

    @Test
    void of_several_versions_of_a_file_the_newest_is_taken_that_the_jvm_can_run() throws Refusal {
        int runs = Runtime.version().feature();
        add("Counter", COUNTER);
        files.put("text", new byte[] {0});
        files.put("META-INF/versions/9/text", new byte[] {9});
        files.put("META-INF/versions/" + runs + "/text", new byte[] {17});
        files.put("META-INF/versions/" + (runs + 1) + "/text", new byte[] {99});
        files.put("META-INF/versions/" + (runs + 1) + "/Counter.class", new byte[] {1, 2, 3});
        ProbeFiles found = ProbeFiles.of(files);
        assertEquals(17, found.files().get("text")[0]);
        assertEquals(Set.of("Counter.class", "text"), found.files().keySet());
    }

    @Test
    void what_belongs_to_the_application_is_what_neither_files_nor_jdk_nor_livemark_have() throws Refusal {
        String order = "package shop; public class Order { public int total() { return 1; } }";
        String helper = "package shop; public class Helper { public int help(Order order) { return order.total(); } }";
        String both = order.replace("public class", "class") + helper.substring("package shop; ".length());
        ClassFiles.compile("shop.Helper", both).forEach((file, bytes) -> {
            if (file.equals("shop/Helper")) {
                files.put(file + ".class", bytes);
            }
        });
        add("Counter", COUNTER);
        ProbeFiles found = ProbeFiles.of(files);
        assertEquals(Set.of("shop.Order"), found.named());
        assertEquals(Set.of(), found.needed(), "the helper names it, and may never be called");
    }

    @Test
    void no_handler_is_no_probe() {
        assertRefused("no class among the files has a handler: a method with @Probe", "annotate a method");
        add("Helper", HELPER);
        assertRefused("no class among the files has a handler: a method with @Probe", "annotate a method");
    }

    @Test
    void two_classes_with_handlers_are_two_probes() {
        add("Counter", COUNTER);
        add("Other", "class Other { @io.livemark.Probe(\"a\") void a() {} }");
        Refusal refusal = assertThrows(Refusal.class, () -> ProbeFiles.of(files));
        assertEquals("several classes have handlers: ", refusal.getMessage().substring(0, 31));
        assertEquals("load them one by one; a probe is one class, with whatever helpers it needs", refusal.hint());
    }

    @Test
    void a_class_for_a_newer_jvm_is_refused_with_the_remedy() {
        add("Counter", COUNTER);
        int runs = Runtime.version().feature();
        files.get("Counter.class")[7] = (byte) (44 + runs + 1);
        assertRefused(
                "Counter.class is compiled for Java " + (runs + 1) + ", the JVM is Java " + runs,
                "compile it with --release " + runs);
    }

    @Test
    void what_is_no_class_file_is_refused() {
        for (byte[] file : new byte[][] {{}, {1, 2, 3}, new byte[100], "not a class".getBytes()}) {
            files.put("a/Broken.class", file);
            assertRefused("a/Broken.class is not a class file", "");
        }
    }

    private void assertRefused(String reason, String hint) {
        Refusal refusal = assertThrows(Refusal.class, () -> ProbeFiles.of(files));
        assertEquals(reason, refusal.getMessage());
        assertEquals(hint, refusal.hint().substring(0, hint.length()));
    }

    private void add(String name, String source) {
        ClassFiles.compile(name, source).forEach((file, bytes) -> files.put(file + ".class", bytes));
    }
}
