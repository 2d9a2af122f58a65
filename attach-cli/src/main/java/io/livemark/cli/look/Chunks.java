/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Puts chunks of a recording together from pieces; one that is whole can be read alone. A chunk says in its head how long it is. */
final class Chunks {

    private static final int HEAD = 68;
    private static final int LENGTH_AT = 8;
    private static final int NANOS_AT = 32;
    private static final int TICKS_AT = 48;

    private byte[] bytes = new byte[1 << 16];
    private int filled;

    /** What tells a chunk from all others of the JVM: when it was begun, by two clocks. */
    record Start(long nanos, long ticks) {}

    /** Takes a chunk that is whole. */
    interface Taker {
        void take(Start start, ByteBuffer chunk) throws IOException;
    }

    /** Takes a piece. */
    void add(byte[] piece, Taker taker) throws IOException {
        if (bytes.length - filled < piece.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, filled + piece.length));
        }
        System.arraycopy(piece, 0, bytes, filled, piece.length);
        filled += piece.length;
        while (filled >= HEAD) {
            ByteBuffer all = ByteBuffer.wrap(bytes, 0, filled);
            long length = all.getLong(LENGTH_AT);
            if (length < HEAD || length > Integer.MAX_VALUE) {
                throw new IOException("what came is no recording");
            } else if (length > filled) {
                return;
            }
            taker.take(new Start(all.getLong(NANOS_AT), all.getLong(TICKS_AT)), all.limit((int) length));
            filled -= (int) length;
            System.arraycopy(bytes, (int) length, bytes, 0, filled);
        }
    }
}
