/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

import io.livemark.Source;
import io.livemark.probe.Sources;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.slf4j.Logger;

/** Sends what the sources of a followed probe have; on the thread that serves the client, which waits where the client does. */
final class DataWriter {

    private static final int BYTES = 64 << 10;

    private final Sources sources;
    private final OutputStream out;
    private final Logger log;
    private ByteBuffer buffer;

    DataWriter(Sources sources, OutputStream out, Logger log) {
        this.sources = sources;
        this.out = out;
        this.log = log;
    }

    /** Asks each source once; returns whether one has more at once. */
    boolean write() throws IOException {
        boolean more = false;
        for (int i = 0; i < sources.count(); i++) {
            more |= write(i);
        }
        return more;
    }

    /** Asks until nothing is left; for a probe that is out, whose sources get nothing new. */
    void writeRest() throws IOException {
        while (write()) {
            // Goes on until nothing is left.
        }
    }

    private boolean write(int number) throws IOException {
        Source source = sources.get(number);
        if (source == null) {
            return false;
        }
        buffer = buffer == null ? ByteBuffer.allocate(BYTES) : buffer.clear();
        boolean more;
        try {
            more = source.fill(buffer);
        } catch (Throwable e) {
            log.warn("a source of a probe failed, and is not asked again", e);
            sources.drop(number);
            return false;
        }
        if (buffer.position() > 0) {
            byte[] piece = Arrays.copyOf(buffer.array(), buffer.position());
            Wire.write(new Reply.Data(number, piece), out);
        }
        return more;
    }
}
