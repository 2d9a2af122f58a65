/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.agent;

import java.nio.file.Path;

/**
 * The options of the agent, as in {@code -javaagent:livemark-agent.jar=log=/var/log/livemark.log}.
 *
 * @param logFile {@code log=FILE}: where the agent writes what it does; null, the default, for nowhere
 */
record Options(Path logFile) {

    static Options parse(String text) {
        Path logFile = null;
        for (String option : text == null || text.isEmpty() ? new String[0] : text.split(",")) {
            if (!option.startsWith("log=")) {
                throw new IllegalArgumentException("unknown option '" + option + "'; known is log=FILE");
            }
            logFile = Path.of(option.substring("log=".length()));
        }
        return new Options(logFile);
    }
}
