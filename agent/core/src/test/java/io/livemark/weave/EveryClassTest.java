/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** Weaves marks into classes that nobody wrote for it: a compiler, a test engine, the JDK. The JVM verifies what it can define. */
class EveryClassTest {

    /** Of each collection: enough to meet every shape of code that its compiler makes, and a few seconds in all. */
    private static final int CLASSES = 400;

    @Test
    void the_compiler_of_the_jdk_is_still_verified_by_the_jvm() {
        Map<String, byte[]> classes = ClassFiles.ofTheJdk("jdk.compiler", "com/sun/tools/javac");
        assertTrue(verify(classes) > CLASSES / 2);
    }

    @Test
    void the_jars_of_the_tests_are_still_verified_by_the_jvm() throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(Path.of(entry))) {
                    classes.putAll(ClassFiles.read(jar.getPath("/"), ""));
                }
            }
        }
        assertTrue(verify(classes) > CLASSES / 2);
    }

    @Test
    void java_base_keeps_its_shape() {
        MarkInserter inserter = new MarkInserter();
        int checked = 0;
        for (byte[] file : some(ClassFiles.ofTheJdk("java.base", "java/util")).values()) {
            byte[] woven = weave(inserter, file);
            StringWriter complaints = new StringWriter();
            ClassReader reader = new ClassReader(woven);
            CheckClassAdapter.verify(reader, getClass().getClassLoader(), false, new PrintWriter(complaints));
            assertEquals("", complaints.toString(), reader.getClassName());
            checked++;
        }
        assertEquals(CLASSES, checked);
    }

    @Test
    void a_class_without_marks_comes_back_as_nothing() {
        ClassFiles.ofTheJdk("java.base", "java/util/concurrent").values().forEach(file -> {
            assertNull(ClassWeaver.weave(file, null).file());
            assertEquals(List.of(), ClassWeaver.sites(file));
        });
    }

    /** Weaves and defines; what the JVM does not verify even without marks does not count. */
    private int verify(Map<String, byte[]> classes) {
        MarkInserter inserter = new MarkInserter();
        Throwaway plain = new Throwaway(classes, file -> file);
        Throwaway woven = new Throwaway(classes, file -> weave(inserter, file));
        int verified = 0;
        List<String> broken = new ArrayList<>();
        for (String name : some(classes).keySet()) {
            String problem = woven.problem(name);
            if (problem == null) {
                verified++;
            } else if (plain.problem(name) == null) {
                broken.add(name + ": " + problem);
            }
        }
        assertEquals("", String.join("\n", broken));
        assertTrue(inserter.inserted > verified, inserter.inserted + " marks");
        return verified;
    }

    private static byte[] weave(MarkInserter inserter, byte[] file) {
        byte[] marked = inserter.insert(file);
        if (marked == file) {
            return file;
        }
        byte[] woven = ClassWeaver.weave(marked, null).file();
        assertNotNull(woven);
        assertArrayEquals(woven, ClassWeaver.weave(marked, null).file(), "weaving the same again gives the same");
        return woven;
    }

    /** So many of them, spread over the whole. */
    private static Map<String, byte[]> some(Map<String, byte[]> classes) {
        List<String> names = new ArrayList<>(classes.keySet());
        Map<String, byte[]> chosen = new TreeMap<>();
        for (int i = 0; i < Math.min(CLASSES, names.size()); i++) {
            String name = names.get((int) ((long) i * names.size() / Math.min(CLASSES, names.size())));
            chosen.put(name, classes.get(name));
        }
        return chosen;
    }

    private interface Change {
        byte[] of(byte[] file);
    }

    private static final class Throwaway extends ClassLoader {

        private final Map<String, byte[]> classes;
        private final Change change;

        Throwaway(Map<String, byte[]> classes, Change change) {
            super(EveryClassTest.class.getClassLoader());
            this.classes = classes;
            this.change = change;
        }

        /** Why the JVM does not take a class; null where it does. */
        String problem(String name) {
            try {
                // Links the class, and so verifies it, but does not initialise it.
                loadClass(name).getDeclaredMethods();
                return null;
            } catch (ClassNotFoundException | LinkageError e) {
                return e.toString();
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] file = classes.get(name);
            if (file == null || name.startsWith("java.") || name.startsWith("io.livemark.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                byte[] changed = change.of(file);
                return defineClass(name, changed, 0, changed.length);
            }
        }
    }
}
