/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave.marked;

import static io.livemark.Mark.armed;
import static io.livemark.Mark.label;
import static io.livemark.Mark.mark;

import io.livemark.Mark;
import java.util.function.Consumer;

/** What is no plain mark: questions, labels, and what the weaver must leave alone. */
public final class MarkWithoutProbe {

    private MarkWithoutProbe() {}

    public static Object question() {
        int work = 0;
        if (armed("other.question")) {
            work++;
            mark("other.question.work work={}", work);
        }
        boolean answer = !armed("other.question");
        return answer + " " + work;
    }

    public static Object question_in_an_argument() {
        mark("other.asks a={}", armed("other.question") ? "armed" : "idle");
        return "done";
    }

    public static Object named_place() {
        int i = 1;
        label("other.label");
        return i;
    }

    public static Object malformed() {
        int i = 1;
        mark("other.malformed i={}, ", i);
        mark("other.fewer a={} b={}", i);
        mark("", i);
        return i;
    }

    public static Object unnamed() {
        String spec = "other.unnamed".trim();
        mark(spec);
        mark(null);
        mark(spec.isEmpty() ? "other.one i={}" : "other.two i={}", 1);
        return spec;
    }

    public static Object reference() {
        Consumer<String> reference = Mark::mark;
        reference.accept("other.reference");
        return "done";
    }
}
