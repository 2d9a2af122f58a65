/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import io.livemark.weave.ClassWeaver;
import io.livemark.weave.Weaver;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** The weaver as the JVM and the rest of the agent call it. All calls into it are here. */
final class Weaving {

    private static final byte[] SAMPLE = ClassFiles.with(Opcodes.V17, ClassWriter.COMPUTE_MAXS, code -> {
        code.visitLdcInsn("sample");
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "io/livemark/Mark", "mark", "(Ljava/lang/String;)V", false);
    });

    /** What one weaver was handed by us, and what it said. */
    private final List<Throwable> logged = new ArrayList<>();

    private ClassFileTransformer transformer;

    /** The woven file; null where there is nothing to weave. */
    static byte[] weave(byte[] file) {
        return ClassWeaver.weave(file, Weaving.class.getClassLoader()).file();
    }

    /** How many sites a file has, as {@code livemark list} would say. */
    static int sites(byte[] file) {
        return ClassWeaver.sites(file).size();
    }

    /**
     * Hands a class that is being defined to a new transformer, as the JVM does.
     *
     * @return what the transformer caught and logged
     */
    static List<Throwable> transform(String name, byte[] file) {
        Weaving weaving = new Weaving();
        weaving.install();
        try {
            weaving.transformer.transform(Weaving.class.getClassLoader(), name, null, null, file);
        } catch (IllegalClassFormatException e) {
            throw new AssertionError("the transformer threw", e);
        }
        return weaving.logged;
    }

    private void install() {
        Instrumentation instrumentation = (Instrumentation) Proxy.newProxyInstance(
                Weaving.class.getClassLoader(), new Class<?>[] {Instrumentation.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getAllLoadedClasses")) {
                        return new Class<?>[0];
                    }
                    if (!method.getName().equals("addTransformer")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    transformer = (ClassFileTransformer) arguments[0];
                    return null;
                });
        try {
            // By reflection: in the jar that ships, the type of the logger has another name than in the source.
            var constructor = Arrays.stream(Weaver.class.getConstructors())
                    .filter(one -> one.getParameterCount() == 2)
                    .findFirst()
                    .orElseThrow();
            Class<?> logger = constructor.getParameterTypes()[1];
            Object log = Proxy.newProxyInstance(
                    logger.getClassLoader(), new Class<?>[] {logger}, (proxy, method, arguments) -> {
                        if (arguments != null && arguments[arguments.length - 1] instanceof Throwable caught) {
                            logged.add(caught);
                        }
                        return method.getReturnType() == boolean.class ? false : null;
                    });
            Weaver weaver = (Weaver) constructor.newInstance(instrumentation, log);
            weaver.prepare(SAMPLE);
            weaver.install(true, marked -> {});
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
