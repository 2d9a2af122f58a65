/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.agent;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPLogger;

/**
 * The agent's log: a file, or nothing. Never stdout nor stderr, which are the application's.
 *
 * <p>Made here and not by {@code LoggerFactory}, which would look for providers and obey the application's
 * {@code slf4j.provider} property.
 */
final class AgentLog extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1;

    private final transient Writer out;

    private AgentLog(Writer out) {
        this.name = "livemark";
        this.out = out;
    }

    /** Opens a log; null for none. Lines are appended. */
    static Logger open(Path file) throws IOException {
        if (file == null) {
            return NOPLogger.NOP_LOGGER;
        }
        return new AgentLog(Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** Closes the file of a log; what is logged later is lost. */
    static void close(Logger log) {
        if (log instanceof AgentLog file) {
            try {
                file.out.close();
            } catch (IOException e) {
                // Nobody is left to be told.
            }
        }
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
        String text = MessageFormatter.basicArrayFormat(pattern, arguments);
        synchronized (out) {
            PrintWriter line = new PrintWriter(out);
            line.println(Instant.now() + " " + level + " " + text);
            if (thrown != null) {
                thrown.printStackTrace(line);
            }
            line.flush();
        }
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }
}
