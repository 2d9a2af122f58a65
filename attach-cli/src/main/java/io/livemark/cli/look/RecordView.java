/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Count;
import io.livemark.look.Tag;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Puts a recording into a file, and says what is in it. */
final class RecordView implements View, Feed {

    private static final double KIB = 1024;

    private final RecordingOutput file;
    private final PrintWriter out;
    private final PrintWriter err;
    private Common common;
    private Control control;
    private int first = -1;
    private long events;
    private boolean hasMore;
    private boolean hasOthers;
    private boolean isFull;

    RecordView(RecordingOutput file, PrintWriter out, PrintWriter err) {
        this.file = file;
        this.out = out;
        this.err = err;
    }

    @Override
    public Feed feed(String jvm, long pid, List<LookMarker> markers, Control given) {
        control = given;
        common = new Common(given);
        return this;
    }

    @Override
    public synchronized void data(int source, Records records) {
        while (records.hasMore()) {
            byte tag = records.tag();
            if (tag == Tag.BYTES) {
                bytes(source, records.bytes((int) records.number()));
            } else if (tag == Tag.WHOLE) {
                whole(source, records.number(), records.number());
            } else if (!common.takes(tag, source, records)) {
                throw new IndexOutOfBoundsException("no record begins with " + tag);
            }
        }
    }

    /** Events of what came; one that was on its way may be in it too, until the last of them comes. */
    private void whole(int source, long sum, long others) {
        if (source == first && !isFull) {
            events = sum;
            hasMore = false;
        }
        hasOthers |= others > 0;
    }

    /** Where there are several sources, each has a recording of its own in the JVM, and what is in one is in all. */
    private void bytes(int source, byte[] bytes) {
        first = first < 0 ? source : first;
        if (source != first || isFull) {
            return;
        }
        long before = file.written();
        try {
            file.add(bytes);
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
            hasMore |= file.written() > before;
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
        out.println(
                file.written() == 0
                        ? "0 events; there is nothing to write"
                        : (hasMore || isFull ? "at least " : "")
                                + Count.of(events, "event")
                                + String.format(Locale.ROOT, ", %.1f KiB in ", file.written() / KIB)
                                + file.path());
        out.flush();
    }
}
