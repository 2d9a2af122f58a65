/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import io.livemark.ProbeContext;
import io.livemark.Source;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the probes of all one-line commands share. The methods that handlers call are safe on any thread, never block, and throw nothing but
 * {@link VirtualMachineError}.
 *
 * <p>The probe that makes one gives it to {@link ProbeContext#source}, not the constructor: from then on another thread asks it, and
 * it must be whole.
 */
public abstract class Look implements Source {

    private static final long CLOCK_NANOS = TimeUnit.SECONDS.toNanos(1);

    final Settings settings;
    private final Values values;
    private final Failures failures = new Failures();
    private final AtomicLong left;
    private final Out out = new Out();
    private long clockAt;
    private boolean isStarted;
    private boolean isOverTold;
    private long toldTaken;
    private volatile boolean isClosed;

    Look(ProbeContext context) {
        settings = Settings.of(context.arguments());
        values = new Values(new Render(settings.depth(), settings.isToString()));
        left = new AtomicLong(settings.limit());
    }

    /** {@return {@code System.nanoTime}} */
    public final long now() {
        return System.nanoTime();
    }

    /** {@return the thread that hit} */
    public final Thread current() {
        return Thread.currentThread();
    }

    /** {@return the name of this thread; of a virtual thread without one, its number} */
    public final String thread() {
        return ThreadName.ofThis();
    }

    /**
     * What is kept of an object.
     *
     * @param value of the application
     * @return itself where it is a string or of the JDK and never changes, else a text
     */
    public final Object keep(Object value) {
        return values.keep(value);
    }

    /**
     * Takes what an expression of the user threw; the handler throws it on, for the agent to count.
     *
     * @param thrown what it threw
     */
    public final void threw(Throwable thrown) {
        failures.add(thrown);
    }

    /** {@return whether this hit is still within the limit} */
    public final boolean take() {
        return left.get() > 0 && left.getAndDecrement() > 0;
    }

    /** The probe is out: what is there is sent at once. */
    public final void close() {
        ending();
        isClosed = true;
    }

    /** The probe is out; before the last values are asked for. */
    void ending() {}

    @Override
    public final boolean fill(ByteBuffer buffer) {
        // Before anything is looked at: what was counted before the close is then seen.
        boolean isLast = isClosed;
        out.into(buffer);
        try {
            long now = System.nanoTime();
            if (!isStarted || now - clockAt >= CLOCK_NANOS) {
                clock(now);
            }
            failures.write(out);
            taken();
            boolean more = fill(out, now, isLast);
            if (!more && isOver() && !isOverTold) {
                isOverTold = true;
                out.put(Tag.OVER);
            }
            return more;
        } finally {
            out.done();
        }
    }

    /** Writes what there is; returns whether there is more at once. */
    abstract boolean fill(Out to, long now, boolean isLast);

    /** Whether the limit was reached. */
    boolean isOver() {
        return left.get() <= 0;
    }

    /** Whoever has several looks stops them all once they have taken enough together. */
    private void taken() {
        long taken = settings.limit() - Math.max(0, left.get());
        if (taken > toldTaken) {
            toldTaken = taken;
            out.put(Tag.TAKEN);
            out.number(taken);
        }
    }

    private void clock(long now) {
        isStarted = true;
        clockAt = now;
        java.time.Instant instant = java.time.Instant.now();
        out.put(Tag.CLOCK);
        out.eight(System.nanoTime());
        out.eight(TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano());
    }

    /**
     * The bits of a value.
     *
     * @param value primitive
     * @return what stands for it in a key
     */
    public final long bits(long value) {
        return value;
    }

    /**
     * The bits of a value.
     *
     * @param value primitive
     * @return what stands for it in a key
     */
    public final long bits(boolean value) {
        return value ? 1 : 0;
    }

    /**
     * The bits of a value.
     *
     * @param value primitive
     * @return what stands for it in a key
     */
    public final long bits(char value) {
        return value;
    }

    /**
     * The bits of a value.
     *
     * @param value primitive
     * @return what stands for it in a key
     */
    public final long bits(float value) {
        return Float.floatToRawIntBits(value);
    }

    /**
     * The bits of a value.
     *
     * @param value primitive
     * @return what stands for it in a key
     */
    public final long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    /**
     * The bits of a value.
     *
     * @param value an object, which has none
     * @return 0
     */
    public final long bits(Object value) {
        return 0;
    }

    /**
     * The object of a value.
     *
     * @param value primitive
     * @return what says how its bits are meant
     */
    public final Object object(long value) {
        return Kind.INTEGER;
    }

    /**
     * The object of a value.
     *
     * @param value primitive
     * @return what says how its bits are meant
     */
    public final Object object(boolean value) {
        return Kind.BOOLEAN;
    }

    /**
     * The object of a value.
     *
     * @param value primitive
     * @return what says how its bits are meant
     */
    public final Object object(char value) {
        return Kind.CHAR;
    }

    /**
     * The object of a value.
     *
     * @param value primitive
     * @return what says how its bits are meant
     */
    public final Object object(float value) {
        return Kind.FLOAT;
    }

    /**
     * The object of a value.
     *
     * @param value primitive
     * @return what says how its bits are meant
     */
    public final Object object(double value) {
        return Kind.DOUBLE;
    }

    /**
     * The object of a value.
     *
     * @param value an object
     * @return what {@link #keep} keeps of it
     */
    public final Object object(Object value) {
        return values.keep(value);
    }
}
