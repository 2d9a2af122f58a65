/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The bytes of classes: of loaded ones, and of ones compiled in memory. */
public final class ClassFiles {

    private ClassFiles() {}

    public static byte[] of(Class<?> type) {
        String entry = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(entry)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles one source with all debug information; the class files by internal name. */
    public static Map<String, byte[]> compile(String name, String source, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> files = new TreeMap<>();
        List<String> all = new ArrayList<>(List.of("-g", "-proc:none", "-Xlint:-options"));
        all.addAll(List.of(options));
        StringWriter complaints = new StringWriter();
        try (JavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            complaints,
                            new InMemory(manager, files),
                            null,
                            all,
                            null,
                            List.of(new Source(name, source)))
                    .call();
            if (!done) {
                throw new IllegalArgumentException(complaints.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> found = new TreeMap<>();
        files.forEach((file, out) -> found.put(file, out.toByteArray()));
        return found;
    }

    /** Of a module, in a folder and below; the class files by name. */
    static Map<String, byte[]> ofTheJdk(String module, String folder) {
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module);
        return read(modules, folder);
    }

    static Map<String, byte[]> read(Path root, String folder) {
        try (Stream<Path> paths = Files.walk(root.resolve(folder))) {
            Map<String, byte[]> files = new TreeMap<>();
            for (Path path : (Iterable<Path>) paths::iterator) {
                String name = root.relativize(path).toString();
                if (name.endsWith(".class") && !name.endsWith("-info.class") && !name.startsWith("META-INF")) {
                    files.put(name.substring(0, name.length() - 6).replace('/', '.'), Files.readAllBytes(path));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> files;

        InMemory(JavaFileManager manager, Map<String, ByteArrayOutputStream> files) {
            super(manager);
            this.files = files;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    files.put(name.replace('.', '/'), out);
                    return out;
                }
            };
        }
    }
}
