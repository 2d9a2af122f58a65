/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.cli.problem.Problem;
import io.livemark.look.Tag;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a recording at its end. */
class RecordViewTest {

    private static final int CHUNK = 100;

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private Path file;
    private RecordView view;
    private Feed feed;

    @BeforeEach
    void start() throws Problem {
        file = directory.resolve("x.jfr");
        start(false);
    }

    private void start(boolean isJson) throws Problem {
        RecordingOutput output = RecordingOutput.of(file.toString());
        view = new RecordView(output, isJson, new PrintWriter(out), new PrintWriter(out));
        feed = view.feed("", 1, List.of(), new NoControl());
    }

    @Test
    void events_are_counted_once_all_has_come() {
        feed.data(0, chunk(3));
        feed.complete();
        view.end();
        assertEquals("3 events, 0.1 KiB in " + file + "\n", out.toString());
    }

    @Test
    void of_a_jvm_that_has_gone_there_may_be_more_in_the_file_than_it_has_told() {
        feed.data(0, chunk(1));
        view.end();
        assertTrue(out.toString().startsWith("at least 1 event, "), out.toString());
    }

    @Test
    void where_nothing_was_recorded_nothing_is_written() {
        feed.complete();
        view.end();
        assertEquals("0 events; there is nothing to write\n", out.toString());
        assertFalse(Files.exists(file));
    }

    @Test
    void for_a_program_the_sum_is_an_object() throws Problem {
        start(true);
        feed.data(0, chunk(3));
        feed.complete();
        view.end();
        String sum = "{\"what\":\"total\",\"file\":\"" + file
                + "\",\"events\":3,\"atLeast\":false,\"bytes\":100,\"seconds\":";
        assertTrue(out.toString().startsWith(sum), out.toString());
        assertTrue(out.toString().substring(sum.length()).matches("\\d+\\.\\d}\\R"), out.toString());
    }

    @Test
    void for_a_program_a_file_that_is_not_written_has_no_name() throws Problem {
        start(true);
        feed.data(0, new Records(new byte[0]));
        view.end();
        String sum = "{\"what\":\"total\",\"file\":null,\"events\":0,\"atLeast\":false,\"bytes\":0,\"seconds\":";
        assertTrue(out.toString().startsWith(sum), out.toString());
    }

    /** One chunk, and how many events came so far. */
    private static Records chunk(int events) {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK + 5);
        bytes.put(Tag.BYTES).put((byte) CHUNK);
        bytes.slice().putLong(8, CHUNK);
        bytes.position(CHUNK + 2).put(Tag.WHOLE).put((byte) events).put((byte) 0);
        return new Records(bytes.array());
    }
}
