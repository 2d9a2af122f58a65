/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import io.livemark.protocol.Limits;
import io.livemark.protocol.Receipt;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Inputs to start from. */
final class Seeds {

    private static List<byte[]> marked;

    private Seeds() {}

    /** {@return the programs with marks that the tests of the weaver are made of, as javac compiled them} */
    static synchronized List<byte[]> marked() {
        if (marked == null) {
            Path classes = Path.of(
                    System.getProperty("livemark.root"), "agent/core/target/test-classes/io/livemark/weave/marked");
            try (Stream<Path> files = Files.list(classes)) {
                List<byte[]> found = new ArrayList<>();
                for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                    byte[] bytes = Files.readAllBytes(file);
                    if (Weaving.sites(bytes) > 0) {
                        found.add(bytes);
                    }
                }
                marked = found;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return marked;
    }

    static List<byte[]> classFiles() {
        List<byte[]> files = new ArrayList<>(marked());
        for (int version = 45; version <= Runtime.version().feature() + 44; version++) {
            files.add(ClassFiles.sample(version));
        }
        return files;
    }

    /** Nothing means anything here; so, a few of each length. */
    static List<byte[]> choices() {
        List<byte[]> inputs = new ArrayList<>();
        Random random = new Random(1);
        for (int length = 8; length <= 256; length *= 2) {
            for (int i = 0; i < 4; i++) {
                byte[] input = new byte[length];
                random.nextBytes(input);
                inputs.add(input);
            }
        }
        return inputs;
    }

    static List<byte[]> specs() {
        return Stream.of(
                        "order.placed id={} total={}",
                        "db.query-slow",
                        "größe.größer ñ={}",
                        "a.b.c.d.e.f_g-h",
                        "*order.*.x* order.placed",
                        "twice a={} a={}",
                        "keyword class={}",
                        "x  y={}",
                        "x y")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    static List<byte[]> frames() {
        List<byte[]> frames = new ArrayList<>();
        for (Request request : List.of(
                new Request.Describe(),
                new Request.ListMarkers("order.*"),
                new Request.Load(
                        "Slow",
                        Map.of("a/B.class", new byte[] {1, 2}),
                        Map.of("k", "v"),
                        10_000,
                        true,
                        Limits.DEFAULT,
                        new Request.Load.Look(true, List.of("order.*"), 12)),
                new Request.Unload(List.of("A", "B")),
                new Request.Detach())) {
            frames.add(frame(0, WireTarget.write(request)));
        }
        Receipt receipt =
                new Receipt("Slow", Receipt.Cause.EXPIRED, 7, 1, 0, 12_345, -1, Receipt.Closing.PENDING, -1, "");
        for (Reply reply : List.of(
                new Reply.Refused("no", "hint"),
                new Reply.Described("0.1.0", true, 17, "/a.jar:/b"),
                new Reply.Markers(List.of(), List.of(), List.of("note"), 12),
                new Reply.Event(Reply.Event.Kind.LOG, 1, "text", 4),
                new Reply.Data(1, new byte[] {1, 2}),
                new Reply.Detached(List.of(receipt), 3, List.of("left")))) {
            frames.add(frame(1, WireTarget.write(reply)));
        }
        return frames;
    }

    /** As the target takes it: the length is given by the bytes that follow. */
    private static byte[] frame(int first, byte[] frame) {
        byte[] input = new byte[frame.length - 3];
        input[0] = (byte) first;
        System.arraycopy(frame, 4, input, 1, frame.length - 4);
        return input;
    }
}
