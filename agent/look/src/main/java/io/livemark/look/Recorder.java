/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import io.livemark.ProbeContext;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * {@code livemark record}: every hit as an event of the JVM's flight recorder. What it has written is cut off now and then and sent, in
 * whole chunks, each of which can be read alone.
 *
 * <p>The monitor guards what the client's thread and the end of the probe share; no application thread takes it.
 */
public final class Recorder extends Look {

    /** What the recorder keeps on disk for a client that does not read. */
    private static final long MOST_BYTES = 256 << 20;

    private static final int PIECE = 16 << 10;
    private static final int MOST_TEXT = 1_000;
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongAdder events = new LongAdder();
    private final List<Class<? extends Event>> types = new ArrayList<>();
    private final Recording recording = new Recording();
    private final String look;
    private final byte[] piece = new byte[PIECE];
    private InputStream stream;
    private Recording cut;
    private Instant since;
    private long cutAt;
    private long told;
    private long toTell;
    private boolean isStopped;
    private long lookAt;
    private long sent;
    private String broken;
    private boolean isBrokenTold;

    /**
     * Begins to record.
     *
     * @param context of the probe
     * @param types of the events
     */
    @SafeVarargs
    public Recorder(ProbeContext context, Class<? extends Event>... types) {
        super(context);
        look = context.arguments().getOrDefault("look", context.name());
        try {
            for (Class<? extends Event> type : types) {
                FlightRecorder.register(type);
                this.types.add(type);
                recording.enable(type);
            }
            recording.setName(context.name());
            recording.setMaxSize(MOST_BYTES);
            recording.start();
        } catch (Throwable e) {
            recording.close();
            unregister();
            throw e;
        }
    }

    /** Says that an event was committed. */
    public void recorded() {
        events.increment();
    }

    /**
     * The text of an object.
     *
     * @param value of the application
     * @return null for null
     */
    public String text(Object value) {
        return value == null ? null : String.valueOf(keep(value));
    }

    @Override
    synchronized boolean fill(Out to, long now, boolean isLast) {
        boolean more = false;
        try {
            look(now);
            more = send(to, now, isLast);
        } catch (IOException | RuntimeException e) {
            broken(e);
        }
        if (!more && broken != null && !isBrokenTold) {
            isBrokenTold = true;
            to.put(Tag.BROKEN);
            to.text(broken, MOST_TEXT);
        }
        return more;
    }

    /** The recorder tells nobody where it fails, for want of space on its disk for instance: the recording is over then. */
    private void look(long now) {
        if (!isStopped && now - lookAt >= LOOK_NANOS) {
            lookAt = now;
            if (recording.getState() != RecordingState.RUNNING) {
                ended();
            }
        }
    }

    /** The recorder passes over files that are not there any more. */
    private void lost() {
        broken = broken == null ? "what it recorded is gone from its repository" : broken;
    }

    private void ended() {
        broken = broken == null
                ? "its recording was ended there, by another command or since the recorder could not go on"
                : broken;
    }

    private void broken(Exception e) {
        broken = broken == null ? e.toString() : broken;
        for (Closeable open : new Closeable[] {stream, cut == null ? null : cut::close}) {
            try {
                if (open != null) {
                    open.close();
                }
            } catch (IOException | RuntimeException again) {
                broken += "; " + again;
            }
        }
        stream = null;
        cut = null;
    }

    private boolean send(Out to, long now, boolean isLast) throws IOException {
        while (to.hasRoom()) {
            if (stream == null && !cut(now, isLast)) {
                return false;
            }
            int length = stream.readNBytes(piece, 0, PIECE);
            if (length > 0) {
                sent += length;
                to.put(Tag.BYTES);
                to.number(length);
                to.put(piece, length);
            } else if (sent == 0) {
                release();
                lost();
                return false;
            } else {
                to.put(Tag.WHOLE);
                to.number(toTell);
                to.number(others());
                release();
            }
        }
        return true;
    }

    /** Cuts off what was recorded, where there is something; false where there is not. */
    private boolean cut(long now, boolean isLast) throws IOException {
        long count = events.sum();
        if (isStopped
                || broken != null
                || count == told
                || recording.getState() != RecordingState.RUNNING
                || !isLast && now - cutAt < settings.everyNanos()) {
            return false;
        }
        cutAt = now;
        told = count;
        toTell = count;
        cut = recording.copy(true);
        open(cut);
        return stream != null;
    }

    /** Its chunks, without those that were sent: a chunk begins when the last one has ended. There is one, since there were events. */
    private void open(Recording stopped) throws IOException {
        sent = 0;
        stream = stopped.getStream(since, null);
        since = stopped.getStopTime().plusNanos(1);
        if (stream == null) {
            release();
            lost();
        }
    }

    private void release() throws IOException {
        if (stream != null) {
            stream.close();
            stream = null;
        }
        if (cut != null) {
            cut.close();
            cut = null;
        }
    }

    /** Of others who have recordings of this JVM; what they ask for is in our chunks too. */
    private long others() {
        return FlightRecorder.getFlightRecorder().getRecordings().stream()
                .filter(other -> other.getState() == RecordingState.RUNNING && !isOfThisLook(other.getName()))
                .count();
    }

    /** A look has a recording for each loader whose types it names, and for markers that come later. */
    private boolean isOfThisLook(String name) {
        return name.equals(look) || name.startsWith(look + "-");
    }

    /** Nobody may come for the rest; nothing of ours stays with the recorder then. What is open can still be read. */
    @Override
    synchronized void ending() {
        try (recording) {
            isStopped = true;
            if (recording.getState() != RecordingState.RUNNING) {
                ended();
                return;
            }
            recording.stop();
            if (stream == null && broken == null && events.sum() > told) {
                toTell = events.sum();
                open(recording);
            } else if (stream != null) {
                rest();
            }
            if (cut != null) {
                cut.close();
                cut = null;
            }
        } catch (IOException | RuntimeException e) {
            broken(e);
        } finally {
            unregister();
        }
    }

    /** The end came while a cut was on its way: what came after that follows it. */
    private void rest() throws IOException {
        toTell = events.sum();
        InputStream last = recording.getStream(since, null);
        stream = last == null ? stream : new SequenceInputStream(stream, last);
    }

    private void unregister() {
        types.forEach(FlightRecorder::unregister);
    }
}
