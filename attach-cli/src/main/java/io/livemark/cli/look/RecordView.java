/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Count;
import io.livemark.cli.Json;
import io.livemark.look.Tag;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts a recording into a file, and says what is in it. Each source of the probes has a recording of its own in the JVM; what is in one
 * is in all that were running, in the same chunks: each is written once, whoever sent it first.
 */
final class RecordView implements View {

    private static final double KIB = 1024;
    private static final double SECOND = 1e9;

    private final RecordingOutput file;
    private final boolean isJson;
    private final PrintWriter out;
    private final PrintWriter err;
    private final List<Sent> all = new ArrayList<>();
    private Control control;
    private long start = System.nanoTime();
    private boolean hasOthers;
    private boolean isFull;
    private boolean isBroken;

    /** What one source has sent. */
    private static final class Sent {
        private final Chunks chunks = new Chunks();
        private long events;
        private boolean hasMore;
        private boolean isComplete;
    }

    RecordView(RecordingOutput file, boolean isJson, PrintWriter out, PrintWriter err) {
        this.file = file;
        this.isJson = isJson;
        this.out = out;
        this.err = err;
    }

    @Override
    public synchronized Feed feed(String jvm, long pid, List<LookMarker> markers, Control given) {
        if (control == null) {
            start = System.nanoTime();
        }
        control = given;
        Common common = new Common(given);
        Map<Integer, Sent> sources = new HashMap<>();
        return new Feed() {
            @Override
            public void data(int source, Records records) {
                take(source, records, common, sources);
            }

            @Override
            public void complete() {
                RecordView.this.complete(sources.values());
            }

            @Override
            public String rename(LookMarker marker) {
                return "the recording keeps the names of the first sites, a new one has all";
            }
        };
    }

    private synchronized void take(int source, Records records, Common common, Map<Integer, Sent> sources) {
        Sent sent = sources.computeIfAbsent(source, unused -> sent());
        while (records.hasMore()) {
            byte tag = records.tag();
            if (tag == Tag.BYTES) {
                bytes(sent, records.bytes((int) records.number()));
            } else if (tag == Tag.BROKEN) {
                isBroken = true;
                control.failed(
                        "recorder",
                        "the flight recorder of the JVM failed: " + records.text(),
                        file.written() == 0
                                ? "its standard output may say more"
                                : "what came until then is in the file; the standard output of the JVM may say more");
                control.stop();
            } else if (tag == Tag.WHOLE) {
                whole(sent, records.number(), records.number());
            } else if (!common.takes(tag, source, records)) {
                throw new IndexOutOfBoundsException("no record begins with " + tag);
            }
        }
    }

    private Sent sent() {
        Sent sent = new Sent();
        all.add(sent);
        return sent;
    }

    /** Until then each may have sent more events than it has told, even where all of its bytes were told. */
    private synchronized void complete(Collection<Sent> of) {
        of.forEach(sent -> sent.isComplete = true);
    }

    /** Events of what came; one that was on its way may be in it too, until the last of them comes. */
    private void whole(Sent sent, long sum, long others) {
        if (!isFull) {
            sent.events = sum;
            sent.hasMore = false;
        }
        hasOthers |= others > 0;
    }

    private void bytes(Sent sent, byte[] bytes) {
        if (isFull) {
            return;
        }
        long before = file.written();
        try {
            sent.chunks.add(bytes, file::add);
        } catch (IOException e) {
            isFull = true;
            boolean isEmpty = file.written() == 0;
            control.failed(
                    "file",
                    file.path() + " could not be written" + (isEmpty ? "" : " any more") + ": "
                            + RecordingOutput.reason(e),
                    isEmpty ? "-o FILE   names another" : "what was recorded until then is in it");
            control.stop();
        } finally {
            sent.hasMore |= file.written() > before;
        }
    }

    @Override
    public void refresh() {
        // The file tells.
    }

    @Override
    public synchronized void end() {
        try {
            file.close();
        } catch (IOException e) {
            control.failed("file", file.path() + " could not be closed: " + RecordingOutput.reason(e), "");
        }
        if (hasOthers) {
            err.println("other recordings were running in the JVM: their events are in the file too");
        }
        boolean isLeast = isFull || isBroken || all.stream().anyMatch(sent -> sent.hasMore || !sent.isComplete);
        long events = all.stream().mapToLong(sent -> sent.events).sum();
        out.println(isJson ? json(events, isLeast) : text(events, isLeast));
        out.flush();
    }

    private String text(long events, boolean isLeast) {
        return file.written() == 0
                ? "0 events; there is nothing to write"
                : (isLeast ? "at least " : "")
                        + Count.of(events, "event")
                        + String.format(Locale.ROOT, ", %.1f KiB in ", file.written() / KIB)
                        + file.path();
    }

    private String json(long events, boolean isLeast) {
        boolean isWritten = file.written() > 0;
        Json json = new Json().object().name("what").value("total").name("file");
        json = isWritten ? json.value(file.path().toString()) : json.literal("null");
        json.name("events").value(isWritten ? events : 0).name("atLeast").value(isWritten && isLeast);
        json.name("bytes").value(file.written()).name("seconds");
        return json.literal(CountView.decimal((System.nanoTime() - start) / SECOND))
                .end('}')
                .toString();
    }
}
