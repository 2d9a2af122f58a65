/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.generate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Source text, through javac and into a jar. */
final class Sources {

    private Sources() {}

    /** Compiles classes, by their names, for Java 17, with the class path of this program. */
    static void compile(Map<String, String> texts, Path folder) throws IOException {
        JavaCompiler compiler = javax.tools.ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-proc:none", "--release", "17", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        List<JavaFileObject> sources = texts.entrySet().stream()
                .<JavaFileObject>map(entry -> new Source(entry.getKey(), entry.getValue()))
                .toList();
        if (!compiler.getTask(null, null, null, options, null, sources).call()) {
            throw new IOException("the generated classes do not compile");
        }
    }

    static void jar(Path folder, String jar) throws IOException {
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        if (tool.run(System.out, System.err, "--create", "--file", jar, "-C", folder.toString(), ".") != 0) {
            throw new IOException("no jar was made: " + jar);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
