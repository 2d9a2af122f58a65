/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetransformerTest {

    private final List<Class<?>> classes = new ArrayList<>();
    private final Set<Class<?>> bad = new HashSet<>();
    private final Set<Class<?>> done = new HashSet<>();
    private final List<Class<?>> failed = new ArrayList<>();
    private int batches;
    private int loaded = 2_000;
    private Throwable cause = new UnmodifiableClassException();

    private final Instrumentation instrumentation = FakeInstrumentation.of((name, arguments) -> {
        if (name.equals("getAllLoadedClasses")) {
            return new Class<?>[loaded];
        }
        assertEquals("retransformClasses", name);
        Class<?>[] batch = (Class<?>[]) arguments[0];
        batches++;
        if (Arrays.stream(batch).anyMatch(bad::contains)) {
            throw cause;
        }
        done.addAll(Arrays.asList(batch));
        return null;
    });

    RetransformerTest() {
        fill(100);
    }

    /** With classes, whatever they are. */
    private void fill(int count) {
        classes.clear();
        Class<?>[] elements = {
            int.class, long.class, byte.class, char.class, short.class, float.class, double.class, boolean.class
        };
        for (int i = 0; i < count; i++) {
            int dimensions = i % 250 + 1;
            classes.add(java.lang.reflect.Array.newInstance(elements[i / 250], new int[dimensions])
                    .getClass());
        }
    }

    @Test
    void all_go_in_one_batch() {
        assertEquals(100, run());
        assertEquals(1, batches);
        assertEquals(List.of(), failed);
    }

    @Test
    void nothing_is_asked_of_the_jvm_for_no_class() {
        classes.clear();
        assertEquals(0, run());
        assertEquals(0, batches);
    }

    @Test
    void a_class_that_fails_is_found_alone() {
        bad.add(classes.get(37));
        assertEquals(99, run());
        assertEquals(List.of(classes.get(37)), failed);
        assertEquals(99, done.size());
        assertTrue(batches <= 1 + 2 * 7, batches + " batches");
    }

    @Test
    void several_that_fail_are_found_in_order() {
        Stream.of(0, 50, 99).map(classes::get).forEach(bad::add);
        assertEquals(97, run());
        assertEquals(Stream.of(0, 50, 99).map(classes::get).toList(), failed);
        assertTrue(batches <= 1 + 3 * 2 * 7, batches + " batches");
    }

    @Test
    void whatever_the_jvm_says_only_that_class_fails() {
        bad.add(classes.get(3));
        for (Throwable each : List.of(
                new VerifyError(),
                new InternalError(),
                new UnsupportedOperationException(),
                new ClassFormatError(),
                new NoClassDefFoundError())) {
            cause = each;
            assertEquals(99, run());
            assertEquals(List.of(classes.get(3)), failed);
        }
    }

    @Test
    void more_than_the_budget_allows_go_in_several_batches() {
        fill(2_000);
        loaded = 1_000_000;
        bad.add(classes.get(1_999));
        assertEquals(1_999, run());
        assertEquals(List.of(classes.get(1_999)), failed);
        loaded = 100_000;
        bad.clear();
        batches = 0;
        assertEquals(2_000, run());
        assertTrue(batches > 1 && batches <= 20, batches + " batches");
    }

    @Test
    void when_memory_has_run_out_nothing_else_is_tried() {
        cause = new OutOfMemoryError("Metaspace");
        bad.add(classes.get(99));
        assertEquals(0, run());
        assertEquals(1, batches);
        assertEquals(classes, failed);
    }

    @Test
    void where_everything_fails_there_is_an_end() {
        fill(1_000);
        bad.addAll(classes);
        assertEquals(0, run());
        assertEquals(Set.copyOf(classes), Set.copyOf(failed));
        assertEquals(1_000, failed.size());
        assertTrue(batches <= 250, batches + " batches");
    }

    private int run() {
        failed.clear();
        return new Retransformer(instrumentation).run(classes, (type, e) -> {
            assertEquals(cause, e);
            failed.add(type);
        });
    }
}
