/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.probe;

import io.livemark.cli.jvm.AgentJar;
import io.livemark.cli.jvm.Jvm;
import io.livemark.cli.problem.Problem;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** What the source of a probe is compiled against. */
public final class TargetClassPath {

    private TargetClassPath() {}

    /**
     * The agent, which holds the API; then what the user adds; then the class path of the application.
     *
     * @param jvm the JVM that the probe is for
     * @param classPath its class path, as it sees it; entries may be relative to its working directory
     * @param extra what the user adds, as we see it; empty for nothing
     * @return the same as we see it
     * @throws Problem where the agent cannot be put where it belongs
     */
    public static String of(Jvm jvm, String classPath, String extra) throws Problem {
        List<String> entries = new ArrayList<>();
        entries.add(jvm.outside(AgentJar.place(jvm)).toString());
        if (!extra.isEmpty()) {
            entries.add(extra);
        }
        Path workingDirectory = jvm.proc().resolve("cwd");
        for (StringTokenizer names = new StringTokenizer(classPath, File.pathSeparator); names.hasMoreTokens(); ) {
            Path entry = Path.of(names.nextToken());
            entries.add((entry.isAbsolute() ? jvm.outside(entry) : workingDirectory.resolve(entry)).toString());
        }
        return String.join(File.pathSeparator, entries);
    }
}
