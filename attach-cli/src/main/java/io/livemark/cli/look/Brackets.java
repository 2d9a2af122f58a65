/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/**
 * The brackets of a source, as the compiler pairs them. Those that stand around what the user wrote must be a pair: otherwise it
 * is no single expression, though it may compile, such as {@code a) || (b}.
 */
final class Brackets implements TaskListener {

    private final JavacTask task;
    private final DiagnosticCollector<JavaFileObject> said;
    private final Map<Long, Long> ends = new HashMap<>();
    private List<Diagnostic<? extends JavaFileObject>> errors = List.of();

    /**
     * @param task that is going to parse the source
     * @param said where it says what is wrong
     */
    Brackets(JavacTask task, DiagnosticCollector<JavaFileObject> said) {
        this.task = task;
        this.said = said;
        task.addTaskListener(this);
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() != TaskEvent.Kind.PARSE) {
            return;
        }
        errors = said.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitParenthesized(ParenthesizedTree tree, Void unused) {
                ends.put(
                        positions.getStartPosition(event.getCompilationUnit(), tree),
                        positions.getEndPosition(event.getCompilationUnit(), tree));
                return super.visitParenthesized(tree, unused);
            }
        }.scan(event.getCompilationUnit(), null);
    }

    /** What the user wrote that is no single expression, the first of it; null where there is nothing. */
    Fault fault(ProbeSource source) {
        if (!errors.isEmpty()) {
            return Fault.ofSyntax(source, errors);
        }
        for (ProbeSource.Piece piece : source.expressions()) {
            long start = piece.start() - ProbeSource.OPEN.length();
            long end = ends.getOrDefault(start, (long) piece.start() + 1);
            if (end != piece.end() + ProbeSource.CLOSE.length()) {
                return new Fault(
                        piece,
                        (int) end - 1 - piece.start(),
                        "it closes a bracket that it has not opened",
                        Fault.Kind.SYNTAX);
            }
        }
        return null;
    }
}
