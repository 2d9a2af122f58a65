/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import com.sun.source.util.JavacTask;
import io.livemark.cli.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the probe of a one-line command in memory, and says in the user's words what is wrong with an expression. */
final class LookCompiler {

    /** How often a type that is not found is replaced; all that one run complains of are replaced at once. */
    private static final int ATTEMPTS = 3;

    private final long pid;
    private final int javaFeature;
    private final String classPath;
    private final Map<String, byte[]> looks;

    /**
     * @param pid of the JVM that the probe is for
     * @param javaFeature its feature release
     * @param classPath what to compile against
     * @param looks the classes that travel with the probe
     */
    LookCompiler(long pid, int javaFeature, String classPath, Map<String, byte[]> looks) {
        this.pid = pid;
        this.javaFeature = javaFeature;
        this.classPath = classPath;
        this.looks = looks;
    }

    /**
     * What was compiled.
     *
     * @param files all files of the probe
     * @param markers those that it has handlers for; where there is none, there are no files
     * @param leftOut of each marker that an expression does not fit, or of several with the same fault, a sentence
     */
    record Compiled(Map<String, byte[]> files, List<LookMarker> markers, List<String> leftOut) {}

    /** Writes the source for some markers, where the types of these fields are not to be named. */
    interface Writer {
        ProbeSource write(List<LookMarker> markers, Set<String> objects);
    }

    /**
     * Compiles.
     *
     * @param all the markers
     * @param writer of the source
     * @param suffices whether some of the markers are enough, where an expression does not fit the others
     */
    Compiled compile(List<LookMarker> all, Writer writer, Predicate<List<LookMarker>> suffices) throws Problem {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, byte[]> files = new LinkedHashMap<>(looks);
        Set<String> objects = new HashSet<>();
        Map<LookMarker, String> faults = new LinkedHashMap<>();
        List<LookMarker> markers = all;
        for (int attempt = 1; ; attempt++) {
            ProbeSource source = writer.write(markers, objects);
            DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
            if (compile(compiler, source, files, said)) {
                return new Compiled(files, markers, LeftOut.sentences(faults));
            }
            if (attempt >= ATTEMPTS || !replaceTypes(source, said.getDiagnostics(), objects)) {
                int before = faults.size();
                addFaults(source, said.getDiagnostics(), faults);
                markers = all.stream()
                        .filter(marker -> !faults.containsKey(marker))
                        .toList();
                if (faults.size() == before || !suffices.test(markers)) {
                    throw refusal(source, said.getDiagnostics());
                } else if (markers.isEmpty()) {
                    return new Compiled(Map.of(), markers, LeftOut.sentences(faults));
                }
            }
        }
    }

    /** The first fault of an expression in the handler of each marker. */
    private void addFaults(
            ProbeSource source, List<Diagnostic<? extends JavaFileObject>> said, Map<LookMarker, String> faults) {
        for (Diagnostic<? extends JavaFileObject> diagnostic : said) {
            Fault fault = Fault.of(source, diagnostic);
            if (fault != null) {
                faults.putIfAbsent(fault.piece().marker(), fault.sentence(pid));
            }
        }
    }

    private boolean compile(
            JavaCompiler compiler,
            ProbeSource source,
            Map<String, byte[]> files,
            DiagnosticCollector<JavaFileObject> said)
            throws Problem {
        List<String> options = new ArrayList<>(List.of("-classpath", classPath, "-proc:none", "-nowarn"));
        // The JVM says of what variable it was that is null, where it has their names.
        options.add("-g:vars");
        // Of all handlers that an expression does not fit, not of the first hundred alone.
        options.addAll(List.of("-Xmaxerrs", "0"));
        if (javaFeature < Runtime.version().feature()) {
            // Takes a third of a second to read; without it a call of what is newer would fail at every hit.
            options.addAll(List.of("--release", Integer.toString(javaFeature)));
        }
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(said, null, null);
                LookFiles output = new LookFiles(standard, files)) {
            List<JavaFileObject> sources = List.of(LookFiles.source(source.name(), source.text()));
            JavacTask task = (JavacTask) compiler.getTask(null, output, said, options, null, sources);
            Brackets brackets = new Brackets(task, said);
            boolean compiles = task.call();
            Fault fault = brackets.fault(source);
            if (fault != null) {
                // No marker can make it one.
                throw fault.problem(source, pid);
            } else if (compiles) {
                files.putAll(output.written());
            }
            return compiles;
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem("the compiler could not be run: " + e.getMessage(), "");
        }
    }

    /** A type that is not on the class path, or not public: the field is taken as an object then. */
    private static boolean replaceTypes(
            ProbeSource source, List<Diagnostic<? extends JavaFileObject>> said, Set<String> objects) {
        boolean any = false;
        for (Diagnostic<? extends JavaFileObject> diagnostic : said) {
            ProbeSource.Piece piece = source.at(diagnostic.getPosition());
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR && piece != null && piece.field() != null) {
                any |= objects.add(ProbeSource.key(piece.marker(), piece.field()));
            }
        }
        return any;
    }

    private Problem refusal(ProbeSource source, List<Diagnostic<? extends JavaFileObject>> said) {
        return said.stream()
                .map(diagnostic -> Fault.of(source, diagnostic))
                .filter(Objects::nonNull)
                .findFirst()
                .map(fault -> fault.problem(source, pid))
                .orElseGet(() -> new Problem("the probe does not compile: " + said, "this is a defect of Livemark"));
    }
}
