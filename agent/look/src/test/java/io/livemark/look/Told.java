/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import io.livemark.ProbeContext;
import io.livemark.Source;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A context whose client reads, when it is told to. */
final class Told implements ProbeContext {

    private final Map<String, String> arguments;
    private Source source;

    Told(Map<String, String> arguments) {
        this.arguments = arguments;
    }

    /** {@return all that is there, in pieces} */
    List<byte[]> read() {
        List<byte[]> pieces = new ArrayList<>();
        boolean more = true;
        while (more) {
            ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
            more = source.fill(buffer);
            byte[] piece = new byte[buffer.position()];
            buffer.flip().get(piece);
            pieces.add(piece);
        }
        return pieces;
    }

    @Override
    public String name() {
        return "told";
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
