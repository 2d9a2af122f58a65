/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.function.BiConsumer;

/** Retransforms classes in one batch, and in smaller ones only to find the class that fails. */
final class Retransformer {

    private final Instrumentation instrumentation;

    Retransformer(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /**
     * Stops the JVM for some milliseconds, whatever the size of the batch. A batch that fails leaves its classes as they were
     * and is halved; so a class that cannot be retransformed costs about two batches for each halving, and no other class fails
     * with it.
     *
     * @param classes any classes
     * @param failed is told each class that could not be, and why
     * @return how many could
     */
    int run(List<Class<?>> classes, BiConsumer<Class<?>, Throwable> failed) {
        if (classes.isEmpty()) {
            return 0;
        }
        try {
            instrumentation.retransformClasses(classes.toArray(Class<?>[]::new));
            return classes.size();
        } catch (Exception | LinkageError | InternalError e) {
            if (classes.size() == 1) {
                failed.accept(classes.get(0), e);
                return 0;
            }
            int half = classes.size() / 2;
            return run(classes.subList(0, half), failed) + run(classes.subList(half, classes.size()), failed);
        }
    }
}
