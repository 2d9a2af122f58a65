/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes and reads frames; drawn in the description of this package.
 *
 * <p>Blocks as its stream does. Malformed input ends in a {@link WireException} that says what is wrong; never in another
 * exception, and never in more memory than {@link #MAX_FRAME_BYTES} and what its content takes as objects.
 */
public final class Wire {

    /** The version of the protocol; both ends must speak the same. */
    public static final int VERSION = 4;

    /** The longest frame, in bytes: 16 MiB. */
    public static final int MAX_FRAME_BYTES = 16 << 20;

    private Wire() {}

    /**
     * Writes a request and flushes.
     *
     * @param request what to ask
     * @param out where to
     * @throws IOException from the stream, or where the request is longer than a frame may be
     */
    public static void write(Request request, OutputStream out) throws IOException {
        write(Request.class, request, out);
    }

    /**
     * Writes a reply and flushes.
     *
     * @param reply what to answer
     * @param out where to
     * @throws IOException from the stream, or where the reply is longer than a frame may be
     */
    public static void write(Reply reply, OutputStream out) throws IOException {
        write(Reply.class, reply, out);
    }

    /**
     * Reads a request.
     *
     * @param in where from
     * @return what is asked
     * @throws EOFException where the stream ends before a frame does
     * @throws WireException where the frame is malformed
     * @throws IOException from the stream
     */
    public static Request readRequest(InputStream in) throws IOException {
        return (Request) read(Request.class, in);
    }

    /**
     * Reads a reply.
     *
     * @param in where from
     * @return what is answered
     * @throws EOFException where the stream ends before a frame does
     * @throws WireException where the frame is malformed
     * @throws IOException from the stream
     */
    public static Reply readReply(InputStream in) throws IOException {
        return (Reply) read(Reply.class, in);
    }

    private static void write(Class<?> family, Object message, OutputStream out) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        data.writeByte(VERSION);
        data.writeByte(Arrays.asList(family.getPermittedSubclasses()).indexOf(message.getClass()));
        RecordCodec.write((Record) message, data);
        if (body.size() > MAX_FRAME_BYTES) {
            throw new WireException("a message of " + body.size() + " bytes is longer than the " + MAX_FRAME_BYTES
                    + " that a frame may have");
        }
        // One write for the whole frame: a reader never waits for the second half of a length.
        ByteArrayOutputStream frame = new ByteArrayOutputStream(4 + body.size());
        new DataOutputStream(frame).writeInt(body.size());
        body.writeTo(frame);
        frame.writeTo(out);
        out.flush();
    }

    private static Object read(Class<?> family, InputStream in) throws IOException {
        int length = new DataInputStream(in).readInt();
        if (length < 2 || length > MAX_FRAME_BYTES) {
            throw new WireException("a frame of " + length + " bytes; 2 to " + MAX_FRAME_BYTES + " are allowed");
        }
        // readNBytes grows as data comes in: a length alone costs no memory.
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the stream ended inside a frame");
        }
        if (body[0] != VERSION) {
            throw new WireException(
                    "the other end speaks version " + body[0] + " of the protocol, this one " + VERSION);
        }
        Class<?>[] types = family.getPermittedSubclasses();
        if (body[1] < 0 || body[1] >= types.length) {
            throw new WireException("unknown message type " + body[1]);
        }
        ByteArrayInputStream rest = new ByteArrayInputStream(body, 2, length - 2);
        Object message = RecordCodec.read(types[body[1]], rest);
        if (rest.available() > 0) {
            throw new WireException(rest.available() + " bytes left over after " + types[body[1]].getSimpleName());
        }
        return message;
    }
}
