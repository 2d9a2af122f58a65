/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import io.livemark.protocol.Wire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Any bytes as a frame of the protocol. */
public final class WireTarget {

    private WireTarget() {}

    /** Called by the fuzzer: the first byte says who reads, and whether the length is one that fits. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        boolean isRequest = (input[0] & 1) == 0;
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        byte[] frame = (input[0] & 2) == 0
                ? ByteBuffer.allocate(4 + rest.length)
                        .putInt(rest.length)
                        .put(rest)
                        .array()
                : rest;
        Object message = Limits.within(frame.length, () -> read(isRequest, frame));
        if (message != null) {
            byte[] again = write(message);
            Object same = read(isRequest, again);
            // Text that is no UTF-8 is replaced as it is read; so the second time is the one that counts.
            if (same == null || !Arrays.equals(again, write(same))) {
                throw new AssertionError("comes out otherwise than it went in: " + message);
            }
        }
    }

    private static Object read(boolean isRequest, byte[] frame) {
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(frame);
            return isRequest ? Wire.readRequest(in) : Wire.readReply(in);
        } catch (IOException malformed) {
            return null;
        }
    }

    static byte[] write(Object message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (message instanceof Request request) {
                Wire.write(request, out);
            } else {
                Wire.write((Reply) message, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
