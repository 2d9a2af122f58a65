/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.ProbeContext;
import io.livemark.Source;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/** The context of a look, without a JVM between that and the command. */
final class Client implements ProbeContext {

    private final Map<String, String> arguments;
    private Source source;

    Client(Map<String, String> arguments) {
        this.arguments = arguments;
    }

    /** All that the look has to say. */
    void feed(Feed feed) {
        boolean more = true;
        while (more) {
            ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
            more = source.fill(buffer);
            feed.data(0, new Records(Arrays.copyOf(buffer.array(), buffer.position())));
        }
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public Map<String, String> arguments() {
        return arguments;
    }

    @Override
    public void log(String message) {}

    @Override
    public void emit(Object... values) {}

    @Override
    public void source(Source given) {
        source = given;
    }
}
