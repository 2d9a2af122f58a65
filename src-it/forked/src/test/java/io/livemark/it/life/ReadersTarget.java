/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

import io.livemark.it.Console;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has readers in several class loaders at once, and lets go of them. */
final class ReadersTarget {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Runnable> plugins = new HashMap<>();
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    private ReadersTarget() {}

    public static void main(String[] args) throws Exception {
        ReadersTarget target = new ReadersTarget();
        Console.serve((command, argument) -> {
            switch (command) {
                // Its own copy of everything, the API included.
                case "isolated" -> target.open(argument, new Isolated(ClassLoader.getPlatformClassLoader(), false));
                // The same, and its reader is a class file of Java 5.
                case "aged" -> target.open(argument, new Isolated(ClassLoader.getPlatformClassLoader(), true));
                // Its own copy of the reader; book and API of the application.
                case "sharing" -> target.open(argument, new Isolated(ReadersTarget.class.getClassLoader(), false));
                case "own" -> target.open(argument, ReadersTarget.class.getClassLoader());
                case "set" -> System.setProperty(argument, "");
                case "said" -> target.said();
                case "run" -> target.plugins.get(argument).run();
                case "close" -> target.plugins.remove(argument);
                case "gone" -> System.out.println(target.gone());
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private void open(String name, ClassLoader loader) throws ReflectiveOperationException {
        Class<?> type = loader.loadClass("io.livemark.it.life.Reader");
        plugins.put(name, (Runnable) type.getConstructor(String.class).newInstance(name));
        if (loader != ReadersTarget.class.getClassLoader()) {
            loaders.add(new WeakReference<>(loader));
        }
    }

    /** What probes have said, of whatever thread. */
    private void said() {
        Object said = System.getProperties().remove("said");
        if (said != null) {
            System.out.println(said);
        }
    }

    /** How many loaders were let go of and are still there. */
    private long gone() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (left() > plugins.size() && System.nanoTime() < deadline) {
            System.gc();
        }
        return left() - plugins.size();
    }

    private long left() {
        return loaders.stream().filter(loader -> !loader.refersTo(null)).count();
    }

    /** Looks at the class path before it asks its parent. */
    private static final class Isolated extends URLClassLoader {

        private static final int MAJOR = 7;
        private static final int JAVA_5 = 49;

        private final boolean aged;

        Isolated(ClassLoader parent, boolean aged) {
            super(classPath(), parent);
            this.aged = aged;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (name.endsWith(".Reader") && findLoadedClass(name) == null) {
                    return aged ? older(name) : findClass(name);
                }
                return super.loadClass(name, resolve);
            }
        }

        private Class<?> older(String name) throws ClassNotFoundException {
            try (InputStream in =
                    findResource(name.replace('.', '/') + ".class").openStream()) {
                byte[] file = in.readAllBytes();
                file[MAJOR] = JAVA_5;
                return defineClass(name, file, 0, file.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        private static URL[] classPath() {
            try {
                String[] parts = System.getProperty("java.class.path").split(File.pathSeparator);
                URL[] urls = new URL[parts.length];
                for (int i = 0; i < parts.length; i++) {
                    urls[i] = Path.of(parts[i]).toUri().toURL();
                }
                return urls;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
