/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.livemark.weave.marked.MarkThatThrows;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.objectweb.asm.Opcodes;

/** Runs each program as javac made it and woven; what the source means is what a call of Mark would have been given. */
class WovenBehaviourTest {

    @TestFactory
    Stream<DynamicTest> an_idle_program_does_what_it_does_unwoven() {
        return cases(method -> assertEquals(Run.plain(method, false), Run.woven(method, false)));
    }

    @TestFactory
    Stream<DynamicTest> an_armed_program_passes_what_the_source_says_and_does_the_same() {
        return cases(method -> assertEquals(Run.plain(method, true), Run.woven(method, true)));
    }

    @Test
    void an_armed_program_hits_at_all() {
        long hits = MarkedClasses.THAT_BEHAVE_AS_UNWOVEN.stream()
                .flatMap(type -> MarkedClasses.cases(type).stream())
                .mapToLong(method -> Run.woven(method, true).hits().size())
                .sum();
        assertNotEquals(0, hits);
    }

    @Test
    void a_read_that_throws_is_skipped_while_idle_and_throws_while_armed() throws NoSuchMethodException {
        Method read = MarkThatThrows.class.getMethod("reads_through_null");
        assertEquals("threw NullPointerException", Run.plain(read, false).result());
        assertEquals("String done", Run.woven(read, false).result());
        assertEquals("threw NullPointerException", Run.woven(read, true).result());

        Method divide = MarkThatThrows.class.getMethod("divides_by_zero");
        assertEquals("String done", Run.woven(divide, false).result());
        assertEquals("threw ArithmeticException", Run.woven(divide, true).result());
    }

    @Test
    void a_read_that_throws_beside_a_call_throws_as_the_source_says() throws NoSuchMethodException {
        Method method = MarkThatThrows.class.getMethod("calls_first");
        Run plain = Run.plain(method, false);
        assertEquals(new Run("threw NullPointerException", List.of("value(1)"), List.of()), plain);
        assertEquals(plain, Run.woven(method, false));
        assertEquals(plain, Run.woven(method, true));
    }

    /** 45 to 49 hold no frames; 50 does, but has no invokedynamic either. */
    @TestFactory
    Stream<DynamicTest> an_old_class_file_does_the_same_idle_and_armed() {
        return IntStream.of(Opcodes.V1_1, Opcodes.V1_5, Opcodes.V1_6)
                .boxed()
                .flatMap(version -> cases(method -> {
                    assumeFalse(OldClassFiles.tooNew(method.getDeclaringClass()).contains(method.getName()));
                    Function<Class<?>, byte[]> files = type ->
                            type == method.getDeclaringClass() ? OldClassFiles.of(type, version) : ClassFiles.of(type);
                    for (boolean armed : new boolean[] {false, true}) {
                        assertEquals(Run.plain(method, armed, files), Run.woven(method, armed, files));
                    }
                }));
    }

    private static Stream<DynamicTest> cases(Consumer<Method> check) {
        return MarkedClasses.THAT_BEHAVE_AS_UNWOVEN.stream()
                .flatMap(type -> MarkedClasses.cases(type).stream())
                .map(method -> dynamicTest(
                        method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                        () -> check.accept(method)));
    }
}
