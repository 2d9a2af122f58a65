/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.probes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.Probe;
import io.livemark.ProbeContext;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One of the numbered probes, compiled from its file against the API alone, as the command line does it. */
final class CompiledProbe {

    private static final Path PROBES = Path.of("probes");

    private final Class<?> type;
    private final Object probe;

    private CompiledProbe(Class<?> type, Object probe) {
        this.type = type;
        this.probe = probe;
    }

    /** All of {@code probes/}, in order. */
    static List<Path> files() throws Exception {
        try (Stream<Path> files = Files.walk(PROBES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Compiles with every warning an error, and constructs. */
    static CompiledProbe of(Path source, Path output, ProbeContext context) throws Exception {
        String api = Path.of(Probe.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        List<String> options = List.of("-Xlint:all", "-Werror", "--release", "17", "-cp", api, "-d", output.toString());
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            boolean compiled = javac.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertTrue(compiled, said::toString);
        }
        String name = source.getFileName().toString().replace(".java", "");
        URLClassLoader loader = new URLClassLoader(new URL[] {output.toUri().toURL()}, Probe.class.getClassLoader());
        Class<?> type = loader.loadClass(name);
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return new CompiledProbe(
                type,
                constructor.getParameterCount() == 0 ? constructor.newInstance() : constructor.newInstance(context));
    }

    /** Handlers as {@code {pattern=[type, type]}}. */
    String handlers() {
        TreeMap<String, List<String>> handlers = new TreeMap<>();
        for (Method method : type.getDeclaredMethods()) {
            Probe annotation = method.getAnnotation(Probe.class);
            if (annotation != null) {
                handlers.put(
                        annotation.value(),
                        Arrays.stream(method.getParameterTypes())
                                .map(Class::getSimpleName)
                                .toList());
            }
        }
        return handlers.toString();
    }

    /** Calls the handler of this marker, and throws what it throws. */
    void hit(String marker, Object... fields) throws Exception {
        for (Method method : type.getDeclaredMethods()) {
            Probe annotation = method.getAnnotation(Probe.class);
            if (annotation != null && annotation.value().equals(marker)) {
                method.setAccessible(true);
                try {
                    method.invoke(probe, fields);
                } catch (InvocationTargetException e) {
                    throw (Exception) e.getCause();
                }
            }
        }
    }

    void close() throws Exception {
        ((AutoCloseable) probe).close();
    }
}
