/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.ProbeContext;
import io.livemark.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;

/** What one probe has of the agent. */
final class Context implements ProbeContext {

    private final String name;
    private final Map<String, String> arguments;
    private final Logger log;
    private volatile EventBuffer follower;
    private volatile boolean gone;

    Context(String name, Map<String, String> arguments, EventBuffer follower, Logger log) {
        this.name = name;
        this.arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        this.follower = follower;
        this.log = log;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, String> arguments() {
        return arguments;
    }

    @Override
    public void log(String message) {
        if (gone) {
            return;
        }
        log.info("{}: {}", name, message);
        EventBuffer buffer = follower;
        if (buffer != null) {
            buffer.put(true, String.valueOf(message));
        }
    }

    @Override
    public void emit(Object... values) {
        EventBuffer buffer = follower;
        if (buffer == null) {
            return;
        }
        StringBuilder line = new StringBuilder();
        for (Object value : values == null ? new Object[1] : values) {
            if (line.length() > 0) {
                line.append(' ');
            }
            append(line, value);
        }
        buffer.put(false, line.toString());
    }

    @Override
    public void source(Source source) {
        EventBuffer buffer = follower;
        if (buffer != null) {
            buffer.sources().add(source);
        }
    }

    /** From here on the sources are kept, since the objects that keep them are about to go and the last values are to come. */
    void ending() {
        EventBuffer buffer = follower;
        if (buffer != null) {
            buffer.sources().keep();
        }
    }

    /** After this all methods do nothing. */
    void end() {
        gone = true;
        follower = null;
    }

    private static void append(StringBuilder line, Object value) {
        if (value == null || value instanceof String || value instanceof Number && isOfTheJdk(value)) {
            line.append(value);
        } else if (value instanceof Boolean || value instanceof Character) {
            line.append(value);
        } else if (value instanceof Enum<?> constant) {
            line.append(constant.name());
        } else {
            line.append(value.getClass().getName())
                    .append('@')
                    .append(Integer.toHexString(System.identityHashCode(value)));
        }
    }

    /** A box, a BigDecimal; but not a Number of the application, whose toString is its code. */
    private static boolean isOfTheJdk(Object value) {
        return value.getClass().getClassLoader() == null;
    }
}
