/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.probe.MemoryOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/** What the compiler of a one-line probe reads and writes: beside the class path the classes that travel with it, from memory. */
final class LookFiles extends MemoryOutput {

    private static final String LOOK = "io.livemark.look";

    private final Map<String, byte[]> classes;

    LookFiles(JavaFileManager reading, Map<String, byte[]> classes) {
        super(reading);
        this.classes = classes;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location == StandardLocation.CLASS_PATH && packageName.equals(LOOK)) {
            List<JavaFileObject> found = new ArrayList<>();
            classes.forEach((path, bytes) -> found.add(new Carried(path, bytes)));
            return found;
        }
        return super.list(location, packageName, kinds, recurse);
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof Carried ? ((Carried) file).binaryName() : super.inferBinaryName(location, file);
    }

    /** One source in memory. */
    static JavaFileObject source(String className, String text) {
        URI name = URI.create("memory:///" + className.replace('.', '/') + JavaFileObject.Kind.SOURCE.extension);
        return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static final class Carried extends SimpleJavaFileObject {

        private final String path;
        private final byte[] bytes;

        Carried(String path, byte[] bytes) {
            super(URI.create("memory:///" + path), JavaFileObject.Kind.CLASS);
            this.path = path;
            this.bytes = bytes;
        }

        String binaryName() {
            return path.substring(0, path.length() - kind.extension.length()).replace('/', '.');
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
