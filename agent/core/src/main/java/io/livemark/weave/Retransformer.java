/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Retransforms classes in as few batches as the budget of {@link Pace} allows, and in smaller ones only to find the class that
 * fails: a batch that fails leaves its classes as they were and is halved, until the culprit stands alone.
 */
final class Retransformer {

    /** Enough to find some ten culprits among thousands. Where more fail, it is not the classes that are wrong. */
    private static final int MOST_FAILURES = 250;

    private final Instrumentation instrumentation;

    Retransformer(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /**
     * Retransforms, and stops the JVM for some milliseconds a batch.
     *
     * <p>What the JVM refuses, for whatever transformer's fault, is found and told. Where its memory has run out, or too many
     * batches have failed, no other batch is tried, and all classes that were to come are told.
     *
     * @param classes any classes
     * @param failed is told each class that could not be retransformed, and why
     * @return how many could
     */
    int run(List<Class<?>> classes, BiConsumer<Class<?>, Throwable> failed) {
        Deque<List<Class<?>>> open = new ArrayDeque<>();
        Pace pace = null;
        int failures = 0;
        int done = 0;
        if (!classes.isEmpty()) {
            open.push(classes);
        }
        while (!open.isEmpty()) {
            List<Class<?>> batch = open.pop();
            if (batch.size() > Pace.LEAST) {
                pace = pace == null ? new Pace(instrumentation.getAllLoadedClasses().length) : pace;
                batch = cut(batch, pace.next(), open);
            }
            Throwable failure = pace == null ? retransform(batch) : watched(batch, pace);
            if (failure == null) {
                done += batch.size();
            } else if (failure instanceof VirtualMachineError && !(failure instanceof InternalError)
                    || ++failures == MOST_FAILURES) {
                open.push(batch);
                open.forEach(rest -> rest.forEach(type -> failed.accept(type, failure)));
                open.clear();
            } else if (batch.size() == 1) {
                failed.accept(batch.get(0), failure);
            } else {
                open.push(cut(batch, batch.size() / 2, open));
            }
        }
        return done;
    }

    /** The first of a batch; the rest comes next. */
    private static List<Class<?>> cut(List<Class<?>> batch, int size, Deque<List<Class<?>>> open) {
        if (size >= batch.size()) {
            return batch;
        }
        open.push(batch.subList(size, batch.size()));
        return batch.subList(0, size);
    }

    private Throwable watched(List<Class<?>> batch, Pace pace) {
        Throwable[] failure = new Throwable[1];
        Duration stop = StopWatch.during(() -> failure[0] = retransform(batch));
        if (failure[0] == null) {
            pace.took(batch.size(), stop);
        }
        return failure[0];
    }

    /** Null where it went well. The JVM says with all sorts of errors that it refuses a class, or that it is out of memory. */
    private Throwable retransform(List<Class<?>> batch) {
        try {
            instrumentation.retransformClasses(batch.toArray(Class<?>[]::new));
            return null;
        } catch (Exception | LinkageError | VirtualMachineError e) {
            return e;
        }
    }
}
