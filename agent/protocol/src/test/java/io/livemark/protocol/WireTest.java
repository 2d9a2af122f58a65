/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final Receipt RECEIPT = new Receipt(
            "SlowOrders", Receipt.Cause.EXPIRED, 7, 1, 2, 12_345, -1, Receipt.Closing.PENDING, -1, "detail");

    private static final List<Request> REQUESTS = List.of(
            new Request.Describe(),
            new Request.ListMarkers("order.*"),
            new Request.Load(
                    "ünïcode",
                    Map.of("a/B.class", new byte[] {1, 2}),
                    Map.of("k", "v"),
                    10_000,
                    true,
                    Limits.DEFAULT,
                    new Request.Load.Look(true, List.of("order.*"), 12)),
            new Request.Unload(List.of("A", "B"), Request.Unload.Until.COLLECTED, 9_000, true),
            new Request.Detach());

    private static final List<Reply> REPLIES = List.of(
            new Reply.Refused("no", "hint"),
            new Reply.Described("0.1.0", true, 17, "/a.jar:/b"),
            new Reply.Markers(
                    List.of(new Marker(
                            "order.placed",
                            List.of(new Marker.Field("id", "java.lang.String")),
                            List.of(List.of(), List.of(new Marker.Field("n", "int|long"))),
                            List.of(new Marker.Site("shop.Orders", "place", 42, "shim", "a loop is running")),
                            Marker.State.ARMED,
                            "",
                            List.of("SlowOrders"),
                            3)),
                    List.of(new LoadedProbe(
                            "SlowOrders",
                            "com.acme.SlowOrders",
                            List.of("order.*"),
                            LoadedProbe.State.DRAINING,
                            3,
                            1,
                            "java.lang.Error",
                            2,
                            List.of(),
                            List.of(new Holder("worker", 31, true, "WAITING", List.of("a.B.c(B.java:1)"))),
                            12)),
                    List.of("note"),
                    12),
            new Reply.Loaded("SlowOrders", 1, 2, List.of("later.*"), 1, 99),
            new Reply.Event(Reply.Event.Kind.LOG, 1, "text", 4),
            new Reply.Data(1, new byte[] {3, 4}),
            new Reply.Unloaded(List.of(RECEIPT)),
            new Reply.Detached(List.of(RECEIPT), 3, List.of("left")));

    @Test
    void every_message_comes_out_as_it_went_in() throws IOException {
        for (Request request : REQUESTS) {
            byte[] frame = frame(request);
            assertArrayEquals(frame, frame(Wire.readRequest(new ByteArrayInputStream(frame))), request.toString());
        }
        for (Reply reply : REPLIES) {
            byte[] frame = frame(reply);
            assertArrayEquals(frame, frame(Wire.readReply(new ByteArrayInputStream(frame))), reply.toString());
        }
    }

    @Test
    void the_samples_cover_every_permitted_message() {
        Set<Class<?>> covered = new HashSet<>();
        REQUESTS.forEach(request -> covered.add(request.getClass()));
        REPLIES.forEach(reply -> covered.add(reply.getClass()));
        assertTrue(covered.containsAll(Arrays.asList(Request.class.getPermittedSubclasses())));
        assertTrue(covered.containsAll(Arrays.asList(Reply.class.getPermittedSubclasses())));
    }

    @Test
    void another_version_is_named_in_the_error() throws IOException {
        byte[] frame = frame(new Request.Describe());
        frame[4] = 99;
        assertTrue(refusal(frame).contains("version 99"));
    }

    @Test
    void a_length_beyond_the_limit_is_refused_before_it_is_read() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DataOutputStream(out).writeInt(Integer.MAX_VALUE);
        assertTrue(refusal(out.toByteArray()).contains("2147483647"));
    }

    @Test
    void a_message_that_is_too_long_is_not_sent() {
        Request huge =
                new Request.Load("", Map.of("x", new byte[Wire.MAX_FRAME_BYTES]), Map.of(), 0, false, Limits.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThrows(WireException.class, () -> Wire.write(huge, out));
        assertEquals(0, out.size());
    }

    @Test
    void bytes_left_over_are_an_error() throws IOException {
        byte[] frame = Arrays.copyOf(frame(new Request.Describe()), 7);
        frame[3]++;
        assertTrue(refusal(frame).contains("left over"));
    }

    @Test
    void damaged_frames_end_in_an_io_exception_and_nothing_else() throws IOException {
        Random random = new Random(42);
        for (Request request : REQUESTS) {
            byte[] frame = frame(request);
            for (int i = 0; i < 5_000; i++) {
                byte[] damaged = Arrays.copyOf(frame, 1 + random.nextInt(frame.length));
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                try {
                    Wire.readRequest(new ByteArrayInputStream(damaged));
                } catch (WireException | EOFException expected) {
                    // This is how it may end; a damage that makes another valid message is the other way.
                }
            }
        }
    }

    private static String refusal(byte[] frame) {
        return assertThrows(WireException.class, () -> Wire.readRequest(new ByteArrayInputStream(frame)))
                .getMessage();
    }

    private static byte[] frame(Request request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Wire.write(request, out);
        return out.toByteArray();
    }

    private static byte[] frame(Reply reply) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Wire.write(reply, out);
        return out.toByteArray();
    }
}
