/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.look.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the events of one JVM and makes lines of them. A million a second: no object an event. */
final class EventFeed implements Feed {

    private static final int THREADS = 1 << 10;
    private static final int FULL = 1 << 15;

    private final String jvm;
    private volatile List<LookMarker> markers;
    private final char[][] kinds;
    private final boolean isJson;
    private final EventView view;
    private final Control control;
    private final Common common;
    private final Text line = new Text();
    private final TimeText times;
    private final Map<Integer, Sent> sources = new HashMap<>();

    /** What one source has said. */
    private static final class Sent {
        private final String[] threads = new String[THREADS];
        private long time;
        private long dropped;
    }

    EventFeed(String jvm, List<LookMarker> markers, boolean isJson, EventView view, Control control) {
        this.jvm = jvm;
        this.markers = markers;
        this.kinds =
                markers.stream().map(marker -> letters(marker).toCharArray()).toArray(char[][]::new);
        this.isJson = isJson;
        this.view = view;
        this.control = control;
        this.common = new Common(control);
        this.times = new TimeText(isJson);
    }

    /** The types of the fields of a marker, a letter each. */
    static String letters(LookMarker marker) {
        StringBuilder letters = new StringBuilder();
        marker.fields().forEach(field -> letters.append(field.letter()));
        return letters.toString();
    }

    @Override
    public void data(int source, Records records) {
        Sent sent = sources.computeIfAbsent(source, unused -> new Sent());
        while (records.hasMore()) {
            byte tag = records.tag();
            if (tag == Tag.EVENT) {
                event(source, sent, records);
            } else if (!common.takes(tag, source, records)) {
                take(tag, sent, records);
            }
        }
        if (line.length() > FULL) {
            view.print(line, false);
        }
    }

    @Override
    public void quiet() {
        view.print(line, true);
    }

    /** Whoever reads JSON has looked up the names by now. */
    @Override
    public String rename(LookMarker marker) {
        if (isJson) {
            return "lines keep the names of the first sites, a new look has all";
        }
        List<LookMarker> renamed = new ArrayList<>(markers);
        renamed.replaceAll(one -> one.kind().equals(marker.kind()) ? marker : one);
        markers = renamed;
        return "lines have all of these names from now on";
    }

    private void take(byte tag, Sent sent, Records records) {
        switch (tag) {
            case Tag.THREAD:
                int number = (int) records.number();
                sent.threads[number] = isJson ? quoted(records.text()) : Text.shown(records.text());
                break;
            case Tag.DROPPED:
                long dropped = records.number();
                view.print(line, false);
                view.dropped(dropped - sent.dropped);
                sent.dropped = dropped;
                break;
            case Tag.FULL:
                control.failed(
                        "full",
                        "the buffer was full, and the look ended: it was to lose no event",
                        "--buffer 1000000   makes it larger; --where leaves hits out");
                control.stop();
                break;
            default:
                throw new IndexOutOfBoundsException("no record begins with " + tag);
        }
    }

    private static String quoted(String text) {
        String shown = Text.shown(text);
        return shown.startsWith("\"") ? shown : "\"" + shown + "\"";
    }

    private void event(int source, Sent sent, Records records) {
        sent.time += records.signed();
        String thread = sent.threads[(int) records.number()];
        int marker = (int) records.number();
        int start = line.length();
        long epochNanos = common.epochNanos(source, sent.time);
        if (isJson) {
            json(epochNanos, thread, marker, records);
        } else {
            text(epochNanos, thread, marker, records);
        }
        if (!view.takes()) {
            line.cut(start);
        } else if (view.isOver()) {
            control.stop();
        }
    }

    private void text(long epochNanos, String thread, int marker, Records records) {
        times.add(epochNanos, line);
        line.add(' ');
        if (!jvm.isEmpty()) {
            line.add(jvm).add(' ');
        }
        LookMarker hit = markers.get(marker);
        line.add(thread).add(' ').add(hit.name());
        List<LookField> fields = hit.fields();
        for (int i = 0; i < fields.size(); i++) {
            line.add(' ').add(fields.get(i).name()).add('=');
            value(kinds[marker][i], records);
        }
        line.add('\n');
    }

    private void json(long epochNanos, String thread, int marker, Records records) {
        line.add("{\"time\":\"");
        times.add(epochNanos, line);
        line.add(jvm.isEmpty() ? "\"" : "\",\"jvm\":" + quoted(jvm));
        line.add(",\"thread\":")
                .add(thread)
                .add(",\"marker\":\"")
                .add(markers.get(marker).name());
        line.add("\",\"fields\":{");
        List<LookField> fields = markers.get(marker).fields();
        for (int i = 0; i < fields.size(); i++) {
            line.add(i == 0 ? "\"" : ",\"").add(fields.get(i).name()).add("\":");
            value(kinds[marker][i], records);
        }
        line.add("}}\n");
    }

    private void value(char kind, Records records) {
        switch (kind) {
            case 'J':
                line.add(records.signed());
                break;
            case 'Z':
                line.add(records.number() != 0 ? "true" : "false");
                break;
            case 'C':
                int start = line.length();
                line.add((char) records.number()).quoteFrom(start, isJson);
                break;
            case 'F':
                float single = Float.intBitsToFloat((int) records.eight());
                floating(Float.toString(single), Float.isFinite(single));
                break;
            case 'D':
                double number = Double.longBitsToDouble(records.eight());
                floating(Double.toString(number), Double.isFinite(number));
                break;
            default:
                object(records);
        }
    }

    private void floating(String text, boolean isNumber) {
        int start = line.length();
        line.add(text).quoteFrom(start, isJson && !isNumber);
    }

    private void object(Records records) {
        byte tag = records.tag();
        int start = line.length();
        switch (tag) {
            case Tag.NULL:
                line.add("null");
                break;
            case Tag.TRUE:
                line.add("true");
                break;
            case Tag.FALSE:
                line.add("false");
                break;
            case Tag.INTEGER:
                line.add(records.signed());
                break;
            case Tag.NUMBER:
                records.text(line);
                break;
            case Tag.TEXT:
                records.text(line);
                line.quoteFrom(start, isJson);
                break;
            default:
                throw new IndexOutOfBoundsException("no value begins with " + tag);
        }
    }
}
