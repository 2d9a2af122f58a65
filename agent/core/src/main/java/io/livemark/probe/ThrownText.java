/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/**
 * The text of an exception. Its {@code getMessage}, {@code getCause} and the like are code of whoever wrote it, and may throw, take
 * for ever or hit marks: so they run on a thread of their own, and whoever asks waits for a moment at most.
 *
 * <p>The exception is kept by that thread alone, until it is done.
 */
final class ThrownText {

    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final String name;
    private final boolean withStack;
    private final long deadline = System.nanoTime() + PATIENCE_NANOS;
    private String frames = "";
    private String text;
    private Thread maker;

    private ThrownText(String name, boolean withStack) {
        this.name = name;
        this.withStack = withStack;
    }

    /**
     * Begins to make it.
     *
     * @param withStack as {@link Throwable#printStackTrace()} has it; else as {@link Throwable#toString}
     * @param chains marks that are hit meanwhile go nowhere
     */
    static ThrownText of(Throwable thrown, boolean withStack, Chains chains) {
        ThrownText made = new ThrownText(thrown.getClass().getName(), withStack);
        made.maker = new Thread(null, () -> chains.quietly(() -> made.make(thrown)), "livemark-text", 0, false);
        made.maker.setDaemon(true);
        made.maker.setContextClassLoader(ThrownText.class.getClassLoader());
        try {
            made.maker.start();
        } catch (OutOfMemoryError e) {
            made.made("");
        }
        return made;
    }

    /** {@return the text; where its author's code does not give one in time, the name of its class and what else is known} */
    synchronized String await() {
        boolean interrupted = false;
        for (long left = deadline - System.nanoTime(); text == null && left > 0; left = deadline - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return text == null ? name + " (it has not said yet what it says)" + frames : text;
    }

    /** Nobody wants to know any more: whoever waits in there is woken. */
    synchronized void drop() {
        if (maker != null) {
            maker.interrupt();
        }
    }

    private Void make(Throwable thrown) {
        try {
            if (withStack) {
                known(frames(thrown));
                ShortText whole = new ShortText();
                thrown.printStackTrace(new PrintWriter(whole));
                made(whole.toString());
            } else {
                made(thrown.toString());
            }
        } catch (Throwable e) {
            made("");
        }
        return null;
    }

    private synchronized void known(String what) {
        frames = what;
    }

    private synchronized void made(String own) {
        text = own.isEmpty() ? name + frames : own;
        // It leads to the exception, also once it has ended.
        maker = null;
        notifyAll();
    }

    /** Where it was made; empty where that, too, would be its author's code. */
    private static String frames(Throwable thrown) throws NoSuchMethodException {
        if (thrown.getClass().getMethod("getStackTrace").getDeclaringClass() != Throwable.class) {
            return "";
        }
        ShortText frames = new ShortText();
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String line = "\n\tat " + frame;
            frames.write(line, 0, line.length());
        }
        return frames.toString();
    }
}
