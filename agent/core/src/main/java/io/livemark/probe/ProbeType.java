/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.ProbeContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;

/**
 * The class of a probe, defined in a loader of its own.
 *
 * @param type the class
 * @param handlers its handlers, by the names of the methods
 * @param names what the names that its files have from the application mean to it
 */
record ProbeType(Class<?> type, List<Handler> handlers, Map<String, Class<?>> names) {

    /**
     * Defines the class. Runs the application's loaders, and nothing of the probe.
     *
     * @param name of the probe
     * @param files its files
     * @param applications where its types of the application are to be found
     * @param names what they are there
     */
    static ProbeType define(
            String name, ProbeFiles files, Collection<ClassLoader> applications, Map<String, Class<?>> names)
            throws Refusal {
        for (String needed : files.needed()) {
            if (!names.containsKey(needed)) {
                throw missing(files, needed, applications);
            }
        }
        try {
            ProbeLoader loader = new ProbeLoader(name, files.files(), applications, names);
            Class<?> type = Class.forName(files.className(), false, loader);
            List<Handler> handlers = new ArrayList<>();
            for (Method method : type.getDeclaredMethods()) {
                MarkerPattern pattern = files.handlers().get(method.getName() + Type.getMethodDescriptor(method));
                if (pattern != null) {
                    check(method);
                    handlers.add(new Handler(pattern, method));
                }
            }
            // The JVM gives methods in no order; one that can be repeated is better.
            handlers.sort(new ByMethod());
            return new ProbeType(type, List.copyOf(handlers), names);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new Refusal(
                    files.className() + " was not loaded: " + e,
                    "types of the application are looked for in the loader of the marked class; others must be among the files");
        }
    }

    /** No lambdas here and in what else a load runs once: to link one takes the JVM longer than to run it. */
    private static final class ByMethod implements Comparator<Handler> {

        @Override
        public int compare(Handler one, Handler other) {
            int byName = one.method().getName().compareTo(other.method().getName());
            return byName == 0
                    ? one.method().toString().compareTo(other.method().toString())
                    : byName;
        }
    }

    private static Refusal missing(ProbeFiles files, String needed, Collection<ClassLoader> applications) {
        String where = applications.isEmpty()
                ? ""
                : ", nor found by " + LoaderName.of(applications.iterator().next());
        return new Refusal(
                files.className() + " was not loaded: it names " + needed + ", which is not among its files" + where,
                needed.startsWith(files.className() + "$")
                        ? "a nested class is a file of its own: load a directory or a jar that has both"
                        : "types of the application are looked for in the loader of the marked class; others must be among the files");
    }

    private static void check(Method method) throws Refusal {
        if (method.getReturnType() != void.class) {
            throw new Refusal(
                    method.getDeclaringClass().getName() + " was not loaded: its handler " + method.getName()
                            + " returns " + method.getReturnType().getTypeName(),
                    "a handler returns void");
        }
    }

    void addHandlersFor(String marker, List<Handler> found) {
        for (Handler handler : handlers) {
            if (handler.pattern().matches(marker)) {
                found.add(handler);
            }
        }
    }

    /** Makes an object. Marks that its constructor hits are not delivered. */
    Object construct(ProbeContext context, Chains chains) throws Refusal {
        if (Modifier.isAbstract(type.getModifiers())) {
            throw new Refusal(
                    type.getName() + " was not loaded: it is abstract", "a probe is a class that can be created");
        }
        try {
            for (Class<?>[] parameters : new Class<?>[][] {{ProbeContext.class}, {}}) {
                for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                    if (Arrays.equals(constructor.getParameterTypes(), parameters)) {
                        constructor.setAccessible(true);
                        Object[] arguments = parameters.length == 0 ? new Object[0] : new Object[] {context};
                        return chains.quietly(new Construction(constructor, arguments));
                    }
                }
            }
        } catch (InvocationTargetException e) {
            throw threw("its constructor threw ", e.getCause(), chains);
        } catch (ExceptionInInitializerError e) {
            throw threw("its initialiser threw ", e.getCause(), chains);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw threw("", e, chains);
        } catch (Error e) {
            if (e instanceof VirtualMachineError && e.getClass().getClassLoader() == null) {
                throw e;
            }
            throw threw("its initialiser threw ", e, chains);
        }
        throw new Refusal(
                type.getName()
                        + " was not loaded: it has no constructor without parameters and none with a ProbeContext",
                "add one of these; an inner class must be static");
    }

    private record Construction(Constructor<?> constructor, Object[] arguments)
            implements Chains.Quiet<Object, ReflectiveOperationException> {

        @Override
        public Object run() throws ReflectiveOperationException {
            return constructor.newInstance(arguments);
        }
    }

    private Refusal threw(String what, Throwable thrown, Chains chains) {
        // Its toString is the probe's code too.
        String text = ThrownText.of(thrown, false, chains).await();
        return new Refusal(type.getName() + " was not loaded: " + what + text, "");
    }
}
