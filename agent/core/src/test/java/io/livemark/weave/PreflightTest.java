/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class PreflightTest {

    private static final String NAME = "Program";

    private static final String LOOPS = """
            class Program {
                void loop() { for (int i = 0; i < 9; i++) { System.gc(); } }
                void straight() { if (hashCode() > 1) { System.gc(); } }
                void overloaded() { System.gc(); }
                void overloaded(int n) { while (n-- > 0) { System.gc(); } }
            }
            """;

    private static final String ANNOTATIONS = """
            @interface Plain {}
            @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface OnTypes {}
            """;

    @Test
    void a_class_whose_loop_is_running_is_left_alone() {
        Reason objection = running("loop").objection(program(LOOPS));
        assertEquals("a loop in loop is running, which would never be compiled again", objection.sentence());
    }

    @Test
    void a_class_that_is_running_without_a_loop_is_not() {
        assertNull(running("straight").objection(program(LOOPS)));
        assertNull(running().objection(program(LOOPS)));
    }

    @Test
    void a_loop_of_another_class_does_not_matter() {
        Preflight preflight = Preflight.of(Runtime.Version.parse("21"), Map.of("Other", Set.of("loop")));
        assertNull(preflight.objection(program(LOOPS)));
    }

    @Test
    void an_overload_is_taken_for_the_one_with_the_loop() {
        assertNotNull(running("overloaded").objection(program(LOOPS)));
    }

    @Test
    void a_switch_back_is_a_loop_too() {
        for (boolean table : new boolean[] {true, false}) {
            assertEquals(Set.of("loop"), ClassFacts.of(switchingBack(table)).loops());
        }
    }

    @Test
    void the_stacks_of_this_jvm_are_seen() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> loopUntil(started, end));
        thread.start();
        try {
            started.await();
            MarkedClass self = marked(PreflightTest.class.getName(), ClassFiles.of(PreflightTest.class));
            assertEquals("loopUntil", Preflight.now().runningLoop(self));
        } finally {
            end.countDown();
            thread.join();
        }
        assertNull(Preflight.now().runningLoop(program(LOOPS)));
    }

    @ParameterizedTest
    @CsvSource({
        "11.0.30, true",
        "17, true",
        "17.0.15, true",
        "17.0.19, true",
        "17.0.20, false",
        "17.0.21, false",
        "18.0.2, true",
        "19, false",
        "21.0.1, false",
        "25.0.3, false",
    })
    void names_of_parameters_are_lost_before_17_0_20_and_in_18(String jdk, boolean lost) {
        MarkedClass named = program("class Program { void m(int named) {} }", "-parameters");
        assertEquals(lost, on(jdk).objection(named) != null, jdk);
        assertNull(on(jdk).objection(program("class Program { void m(int unnamed) {} }")));
    }

    @ParameterizedTest
    @CsvSource({"17.0.20, true", "21.0.9, true", "25.0.3, true", "25.0.4, false", "26, false"})
    void records_with_annotations_are_damaged_before_25_0_4(String jdk, boolean damaged) {
        for (String header : List.of("(@Plain int a)", "(@OnTypes int a)", "(java.util.List<@OnTypes String> a)")) {
            MarkedClass annotated = recordWith(header);
            assertTrue(annotated.facts().isAnnotatedRecord(), header);
            assertEquals(damaged, on(jdk).objection(annotated) != null, jdk + header);
        }
        assertNull(on(jdk).objection(recordWith("(int a, String b)")));
        assertNull(on(jdk).objection(program(ANNOTATIONS + "class Program { @OnTypes @Plain String notARecord; }")));
    }

    @ParameterizedTest
    @CsvSource({"17.0.20, 60001, true", "22.0.2, 60001, true", "23, 60001, false", "17.0.20, 60000, false"})
    void large_constant_pools_overflow_before_23(String jdk, int constants, boolean overflow) {
        MarkedClass large = marked(NAME, new ClassFacts(Set.of(), false, false, constants));
        assertEquals(overflow, on(jdk).objection(large) != null);
        assertEquals(overflow, on(jdk).objectionToGivingBack(large) != null);
    }

    @ParameterizedTest
    @CsvSource({"17.0.20, true", "19.0.2, true", "20, false"})
    void a_redefinition_would_be_undone_before_20(String jdk, boolean undone) {
        byte[] file = {1};
        ClassVersion first = new ClassVersion(List.of(), ClassFacts.NONE, new MarkedClass.Woven()).from(file);
        MarkedClass redefined = new MarkedClass(NAME, null, first);
        redefined.replacement(first.from(file));
        redefined.taken();
        assertNull(on(jdk).objectionToGivingBack(redefined), "the same");
        redefined.replacement(first.from(new byte[] {2}));
        redefined.taken();
        assertEquals(undone, on(jdk).objectionToGivingBack(redefined) != null);
    }

    @Test
    void a_class_that_was_woven_keeps_the_names_of_parameters_when_it_is_given_back() {
        MarkedClass named = program("class Program { void m(int named) {} }", "-parameters");
        assertNull(on("17").objectionToGivingBack(named));
    }

    private static void loopUntil(CountDownLatch started, CountDownLatch end) {
        while (end.getCount() > 0) {
            started.countDown();
            Thread.onSpinWait();
        }
    }

    private static Preflight on(String jdk) {
        return Preflight.of(Runtime.Version.parse(jdk), Map.of());
    }

    private static Preflight running(String... methods) {
        return Preflight.of(Runtime.Version.parse("21"), Map.of(NAME, Set.of(methods)));
    }

    /** A record names its parameters in any case; the facts that count here are put together. */
    private static MarkedClass recordWith(String header) {
        MarkedClass compiled = program(ANNOTATIONS + "record Program" + header + " {}");
        ClassFacts facts = new ClassFacts(Set.of(), false, compiled.facts().isAnnotatedRecord(), 100);
        return marked(NAME, facts);
    }

    private static MarkedClass program(String source, String... options) {
        return marked(NAME, ClassFiles.compile(NAME, source, options).get(NAME));
    }

    private static MarkedClass marked(String name, byte[] file) {
        return marked(name, ClassFacts.of(file));
    }

    private static MarkedClass marked(String name, ClassFacts facts) {
        ClassVersion version = new ClassVersion(List.of(), facts, new MarkedClass.Unwoven());
        return new MarkedClass(name, PreflightTest.class.getClassLoader(), version);
    }

    private static byte[] switchingBack(boolean table) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, NAME, null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "loop", "(I)V", null, null);
        method.visitCode();
        Label top = new Label();
        Label out = new Label();
        method.visitLabel(top);
        method.visitVarInsn(Opcodes.ILOAD, 0);
        if (table) {
            method.visitTableSwitchInsn(1, 1, out, top);
        } else {
            method.visitLookupSwitchInsn(out, new int[] {1}, new Label[] {top});
        }
        method.visitLabel(out);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        return writer.toByteArray();
    }
}
