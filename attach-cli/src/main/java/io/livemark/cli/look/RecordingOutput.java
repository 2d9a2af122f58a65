/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The file of a recording. It grows by whole chunks only, so that what is there can be read whatever happens next. A chunk says in its
 * head how long it is.
 */
final class RecordingOutput {

    private static final int HEAD = 16;
    private static final int LENGTH_AT = 8;

    private final Path path;
    private FileChannel channel;
    private byte[] chunk = new byte[1 << 16];
    private int filled;
    private long written;

    private RecordingOutput(Path path) {
        this.path = path;
    }

    /** Looks whether it can be written; what was in it stays until there is something to write. */
    static RecordingOutput of(String name) throws Problem {
        try {
            Path path = Path.of(name);
            boolean isNew = Files.notExists(path);
            FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
            if (isNew) {
                Files.delete(path);
            }
            return new RecordingOutput(path);
        } catch (IOException | InvalidPathException e) {
            throw new Problem(
                    name + " cannot be written: " + reason(e), "-o FILE   names a file in a directory that is yours");
        }
    }

    /** Takes bytes of the recording; writes each chunk once it is whole. */
    void add(byte[] bytes) throws IOException {
        if (chunk.length - filled < bytes.length) {
            chunk = Arrays.copyOf(chunk, Math.max(2 * chunk.length, filled + bytes.length));
        }
        System.arraycopy(bytes, 0, chunk, filled, bytes.length);
        filled += bytes.length;
        while (filled >= HEAD) {
            long length = ByteBuffer.wrap(chunk).getLong(LENGTH_AT);
            if (length < HEAD || length > Integer.MAX_VALUE) {
                throw new IOException("what came is no recording");
            } else if (length > filled) {
                return;
            }
            write((int) length);
            filled -= (int) length;
            System.arraycopy(chunk, (int) length, chunk, 0, filled);
        }
    }

    private void write(int length) throws IOException {
        if (channel == null) {
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        }
        try {
            ByteBuffer whole = ByteBuffer.wrap(chunk, 0, length);
            while (whole.hasRemaining()) {
                channel.write(whole, written + whole.position());
            }
            written += length;
        } catch (IOException e) {
            channel.truncate(written);
            throw e;
        }
    }

    /** How much of the recording is in the file. */
    long written() {
        return written;
    }

    Path path() {
        return path;
    }

    void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such directory";
        } else if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String message = String.valueOf(e.getMessage());
        return message.substring(message.lastIndexOf(": ") + 1).strip();
    }
}
