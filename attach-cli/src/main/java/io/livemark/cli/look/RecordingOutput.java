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
import java.util.HashSet;
import java.util.Set;

/**
 * The file of a recording. It grows by whole chunks only, so that what is there can be read whatever happens next.
 */
final class RecordingOutput {

    private final Path path;
    private final Set<Chunks.Start> starts = new HashSet<>();
    private FileChannel channel;
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

    /** Writes a chunk, unless it is there already. */
    void add(Chunks.Start start, ByteBuffer chunk) throws IOException {
        if (!starts.add(start)) {
            return;
        }
        if (channel == null) {
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        }
        try {
            int length = chunk.remaining();
            while (chunk.hasRemaining()) {
                channel.write(chunk, written + chunk.position());
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
