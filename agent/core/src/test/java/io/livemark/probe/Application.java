/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.Mark;
import io.livemark.weave.ClassFiles;
import io.livemark.weave.FakeInstrumentation;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program in a loader of its own, with its own Mark, and the JVM that an agent in it sees. */
final class Application implements AutoCloseable {

    static final String ORDERS = """
            package shop;
            public class Orders {
                public static void run(String id, int total) {
                    io.livemark.Mark.mark("order.placed id={} total={}", id, total);
                }
            }
            """;

    static final String RETURNS = """
            package shop;
            public class Returns {
                public static void run(String id) {
                    io.livemark.Mark.mark("order.returned id={}", id);
                }
            }
            """;

    final List<Class<?>> retransformed = new ArrayList<>();
    boolean isModifiable = true;

    private final List<Class<?>> loaded = new ArrayList<>();
    private final Path folder;
    private final URLClassLoader loader;
    private ClassFileTransformer transformer;

    Application(Path folder) throws IOException {
        this(folder, ClassLoader.getPlatformClassLoader());
    }

    /**
     * @param parent is asked first for each class that is not there yet
     */
    Application(Path folder, ClassLoader parent) throws IOException {
        this.folder = folder;
        // The loader is one of the JDK's: the agent takes its own for its own.
        this.loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, parent);
    }

    Path folder() {
        return folder;
    }

    ClassLoader loader() {
        return loader;
    }

    Instrumentation instrumentation() {
        return FakeInstrumentation.of((name, arguments) -> {
            switch (name) {
                case "addTransformer":
                    transformer = (ClassFileTransformer) arguments[0];
                    return null;
                case "getAllLoadedClasses":
                    return loaded.toArray(Class<?>[]::new);
                case "isModifiableClass":
                    return isModifiable;
                case "retransformClasses":
                    for (Class<?> type : (Class<?>[]) arguments[0]) {
                        retransformed.add(type);
                        String entry = type.getName().replace('.', '/');
                        byte[] file = Files.readAllBytes(folder.resolve(entry + ".class"));
                        transformer.transform(loader, entry, type, null, file);
                    }
                    return null;
                default:
                    throw new AssertionError(name);
            }
        });
    }

    /** Defines classes as a JVM with the agent does. */
    void define(String name, String source) throws Exception {
        write("io/livemark/Mark", ClassFiles.of(Mark.class));
        for (Map.Entry<String, byte[]> file : ClassFiles.compile(name, source).entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    /** Defines a class as it is, before the agent sees it. */
    void defineUnseen(String name, String source) throws Exception {
        write("io/livemark/Mark", ClassFiles.of(Mark.class));
        String entry = name.replace('.', '/');
        Files.createDirectories(folder.resolve(entry).getParent());
        Files.write(
                folder.resolve(entry + ".class"),
                ClassFiles.compile(name, source).get(entry));
        loaded.add(loader.loadClass(name));
    }

    /** Removes a class file: nothing has needed the class yet, and whoever does will not find it. */
    void forget(String entry) throws IOException {
        Files.delete(folder.resolve(entry + ".class"));
    }

    void run(String name, Object... arguments) throws Exception {
        for (Method method : loader.loadClass(name).getMethods()) {
            if (method.getName().equals("run")) {
                method.invoke(null, arguments);
            }
        }
    }

    private void write(String entry, byte[] file) throws Exception {
        byte[] woven = transformer.transform(loader, entry, null, null, file);
        Path path = folder.resolve(entry + ".class");
        Files.createDirectories(path.getParent());
        Files.write(path, woven == null ? file : woven);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
