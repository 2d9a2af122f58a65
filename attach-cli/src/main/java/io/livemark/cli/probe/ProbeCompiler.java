/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.probe;

import io.livemark.cli.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the sources of a probe in memory, for the Java of the JVM that it goes into. */
public final class ProbeCompiler {

    private static final int MOST_ERRORS = 10;

    private ProbeCompiler() {}

    /**
     * Compiles the sources among the files, and adds the classes to them.
     *
     * @param files what was read
     * @param javaFeature the feature release of the JVM that the classes are for
     * @param classPath what to compile against
     * @throws Problem with the compiler's words, where it does not compile
     */
    public static void compile(ProbeFiles files, int javaFeature, String classPath) throws Problem {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        int release = Math.min(javaFeature, Runtime.version().feature());
        List<String> options =
                List.of("--release", Integer.toString(release), "-classpath", classPath, "-proc:none", "-nowarn", "-g");
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, null, null);
                MemoryOutput output = new MemoryOutput(standard)) {
            Iterable<? extends JavaFileObject> sources = standard.getJavaFileObjectsFromPaths(files.sources());
            if (!compiler.getTask(null, output, diagnostics, options, null, sources)
                    .call()) {
                throw refusal(diagnostics.getDiagnostics());
            }
            for (Map.Entry<String, byte[]> written : output.written().entrySet()) {
                files.add(written.getKey(), written.getValue(), files.sources().get(0));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem("the compiler could not be run: " + e.getMessage(), "");
        }
    }

    private static Problem refusal(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        StringBuilder what = new StringBuilder();
        int errors = 0;
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR && errors++ < MOST_ERRORS) {
                what.append("\n  ")
                        .append(place(diagnostic))
                        .append(diagnostic.getMessage(Locale.ENGLISH).replace("\n", "\n  "));
            }
        }
        String counted = errors == 1 ? "1 error" : errors + " errors";
        return new Problem(
                "the probe does not compile, " + counted + what,
                what.indexOf("does not exist") < 0 && what.indexOf("cannot find symbol") < 0
                        ? ""
                        : "--classpath PATH   adds what is not on the class path of the JVM");
    }

    private static String place(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        return source == null ? "" : Path.of(source.toUri()).getFileName() + ":" + diagnostic.getLineNumber() + ": ";
    }
}
