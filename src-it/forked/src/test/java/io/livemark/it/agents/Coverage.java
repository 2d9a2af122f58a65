/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import io.livemark.it.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ILine;
import org.jacoco.core.tools.ExecFileLoader;

/** What JaCoCo's report would say of a class. */
final class Coverage {

    private Coverage() {}

    /** {@return the lines of a class that hold code, and how much of them was executed: {@code 12: 5/5 instructions, 1/2 branches}} */
    static List<String> of(Class<?> type, Path file) {
        try {
            ExecFileLoader loader = new ExecFileLoader();
            loader.load(file.toFile());
            CoverageBuilder builder = new CoverageBuilder();
            new Analyzer(loader.getExecutionDataStore(), builder)
                    .analyzeAll(Build.classFile(type).toFile());
            List<String> lines = new ArrayList<>();
            builder.getClasses().forEach(covered -> {
                for (int line = covered.getFirstLine(); line <= covered.getLastLine(); line++) {
                    ILine found = covered.getLine(line);
                    if (found.getStatus() != ICounter.EMPTY) {
                        lines.add(line + ": " + text(found.getInstructionCounter()) + " instructions, "
                                + text(found.getBranchCounter()) + " branches");
                    }
                }
            });
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(ICounter counter) {
        return counter.getCoveredCount() + "/" + counter.getTotalCount();
    }
}
