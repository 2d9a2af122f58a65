/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.subject;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.Arrays;

/**
 * An agent that does what any tool that retransforms must at least do: has the classes whose names begin with its argument
 * retransformed, to what they are. Prints {@code retransformed}, how many, and the milliseconds it took.
 */
public final class Retransforming implements ClassFileTransformer {

    private Retransforming() {}

    public static void agentmain(String prefix, Instrumentation instrumentation) throws UnmodifiableClassException {
        run(prefix, instrumentation, new Retransforming());
    }

    static void run(String prefix, Instrumentation instrumentation, ClassFileTransformer transformer)
            throws UnmodifiableClassException {
        instrumentation.addTransformer(transformer, true);
        long start = System.nanoTime();
        Class<?>[] classes = Arrays.stream(instrumentation.getAllLoadedClasses())
                .filter(type -> type.getName().startsWith(prefix))
                .toArray(Class<?>[]::new);
        instrumentation.retransformClasses(classes);
        double millis = (System.nanoTime() - start) / 1e6;
        instrumentation.removeTransformer(transformer);
        System.out.println("retransformed\t" + classes.length + "\t" + millis);
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
        return null;
    }
}
