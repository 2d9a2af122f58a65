/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.probe;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Takes what the compiler writes; reading is left to another file manager. */
public class MemoryOutput extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

    /**
     * Makes one that has taken nothing yet.
     *
     * @param reading where the compiler reads
     */
    public MemoryOutput(JavaFileManager reading) {
        super(reading);
    }

    /** {@return the class files by their path in a jar} */
    public Map<String, byte[]> written() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Map.Entry<String, ByteArrayOutputStream> entry : written.entrySet()) {
            files.put(entry.getKey(), entry.getValue().toByteArray());
        }
        return files;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        String path = className.replace('.', '/') + kind.extension;
        return new SimpleJavaFileObject(URI.create("memory:///" + path), kind) {
            @Override
            public OutputStream openOutputStream() {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                written.put(path, bytes);
                return bytes;
            }
        };
    }
}
