/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.protocol.Limits;
import io.livemark.protocol.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A probe in the JVM: its handlers, and what became of their calls. */
public final class LiveProbe {

    private static final int MOST_MISFITS = 20;

    /** More than it takes to have somebody take a probe out, also for the first time. */
    private static final int FRAMES = 1_000;

    private final String name;
    private final Instances instances;
    private final Context context;
    private final Consumer<LiveProbe> onTooManyExceptions;
    private final Consumer<Throwable> faults = new Faults();

    private final Chains chains;
    private final long madeNanos = System.nanoTime();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder spent = new LongAdder();
    private volatile Limits limits = Limits.DEFAULT;
    private final LongAdder suppressed = new LongAdder();
    private volatile boolean isLenient;
    private volatile boolean isCalled;
    private final AtomicInteger aiming = new AtomicInteger();
    private final AtomicLong exceptions = new AtomicLong();
    private final AtomicReference<Throwable> firstThrown = new AtomicReference<>();
    private ThrownText firstText;
    private final CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    private final Set<String> misfits = ConcurrentHashMap.newKeySet();

    LiveProbe(
            String name, Instances instances, Context context, Chains chains, Consumer<LiveProbe> onTooManyExceptions) {
        this.chains = chains;
        this.name = name;
        this.instances = instances;
        this.context = context;
        this.onTooManyExceptions = onTooManyExceptions;
    }

    /** {@return the name it was loaded under} */
    public String name() {
        return name;
    }

    /** {@return the binary name of its class} */
    public String className() {
        return instances.className();
    }

    /** {@return the loaders that have defined its classes; none once it is closed} */
    public List<ClassLoader> loaders() {
        return instances.loaders();
    }

    /** {@return what its handlers ask for} */
    public List<MarkerPattern> patterns() {
        return instances.patterns();
    }

    /** {@return how often its handlers were called} */
    public long deliveries() {
        synchronized (chains) {
            return delivered.sum() + chains.deliveries(this);
        }
    }

    /** {@return how many of these calls threw} */
    public long exceptions() {
        return exceptions.get();
    }

    /**
     * {@return the first exception with its stack; empty where there is none} The exception's own methods may be asked for that: they
     * are waited for half a second at most. Not for threads of the application.
     */
    public String firstException() {
        ThrownText text = beginFirstText();
        return text == null ? "" : text.await();
    }

    /** Begins to make the text of the first exception, where there is one by now; waits for nothing. */
    synchronized ThrownText beginFirstText() {
        Throwable thrown = firstThrown.getAndSet(null);
        if (thrown != null) {
            firstText = ThrownText.of(thrown, true, chains);
        }
        return firstText;
    }

    /** {@return how many hits came from inside a handler and were not delivered} */
    public long suppressed() {
        return suppressed.sum();
    }

    /** {@return the sites that linked after the load and do not fit, each with the reason} */
    public List<String> misfits() {
        return List.copyOf(misfits);
    }

    /**
     * {@return the promise of its receipt, kept when it is unloaded, for whatever cause: once it is closed, or when a handler has not
     * returned in time}
     */
    public CompletableFuture<Receipt> receipt() {
        return receipt;
    }

    /**
     * Whether it asks for a marker.
     *
     * @param marker its name
     * @return whether a handler's pattern matches
     */
    public boolean wants(String marker) {
        return MarkerPattern.anyMatches(instances.patterns(), marker);
    }

    /** Its objects. */
    Instances instances() {
        return instances;
    }

    void misfit(String what) {
        if (misfits.size() < MOST_MISFITS) {
            misfits.add(what);
        }
    }

    /** Takes over what a chain has counted, once that is not there any more. */
    void delivered(long calls) {
        delivered.add(calls);
    }

    /** Says what it may do before it is taken out; without that, what {@link Limits#DEFAULT} says. */
    void limit(Limits given) {
        limits = given;
    }

    /** Says that a site with another number of fields than a handler takes is none that it does not fit: it is not for it. */
    void lenient() {
        isLenient = true;
    }

    boolean isLenient() {
        return isLenient;
    }

    double maxOverhead() {
        return limits.maxOverhead();
    }

    /** When it was made, shortly before its handlers were called for the first time; as {@link System#nanoTime}. */
    long madeNanos() {
        return madeNanos;
    }

    /** Nanoseconds in its handlers, estimated. */
    LongAdder spent() {
        return spent;
    }

    /** {@return nanoseconds that passed in its handlers, on all threads together, as estimated from some of the calls} */
    public long spentNanos() {
        return spent.sum();
    }

    LongAdder suppressions() {
        return suppressed;
    }

    /** What takes that which its handlers throw; as {@link #fault}. */
    Consumer<Throwable> faults() {
        return faults;
    }

    /** No lambda: to link one takes the first load longer than to load a class. */
    private final class Faults implements Consumer<Throwable> {

        @Override
        public void accept(Throwable thrown) {
            fault(thrown);
        }
    }

    /** Takes what a handler threw. Throws nothing, and calls none of the exception's own methods: the application is waiting. */
    void fault(Throwable thrown) {
        try {
            if (thrown instanceof InterruptedException) {
                // Whoever threw it has cleared the flag; the application is still to see that it was interrupted.
                LivemarkThreads.interrupt();
            }
            long count = exceptions.incrementAndGet();
            if (count == 1) {
                firstThrown.set(thrown);
            }
            if (count == limits.maxExceptions()) {
                // What that does under the JDK's locks must not be ended by the stack: they would stay taken.
                hasRoom(FRAMES);
                onTooManyExceptions.accept(this);
            }
        } catch (Throwable e) {
            // Out of stack or memory: the count is what could be kept. Whoever looks at it next takes the probe out.
        }
    }

    /** Throws where the stack has no room for so many calls. */
    private static int hasRoom(int frames) {
        return frames == 0 ? 0 : 1 + hasRoom(frames - 1);
    }

    /** Whether it has thrown as often as it may. */
    boolean isFaulty() {
        int most = limits.maxExceptions();
        return most > 0 && exceptions.get() >= most;
    }

    /** From here on it is called at every hit. */
    void called() {
        isCalled = true;
    }

    /** {@return whether all its guards are on; not yet while it is being loaded} */
    public boolean isCalled() {
        return isCalled;
    }

    /** One thread more makes targets that call it, or one less. */
    void aimed(int more) {
        aiming.addAndGet(more);
    }

    /** Waits until {@link #isIdle}; false where it still is not. */
    boolean awaitIdle(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isIdle()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            LockSupport.parkNanos(1_000_000);
        }
        return true;
    }

    /** Whether it is out, no thread is inside a handler, and none will enter one. */
    boolean isIdle() {
        if (aiming.get() > 0) {
            return false;
        }
        chains.settle();
        return !chains.holds(this);
    }

    boolean isCloseable() {
        return instances.isCloseable();
    }

    /** Calls its close methods; false where one threw. */
    boolean close() {
        context.ending();
        try {
            return instances.close(faults);
        } finally {
            context.end();
            forgetFirst();
        }
    }

    /** What was thrown leads to the classes of the probe. */
    private synchronized void forgetFirst() {
        firstThrown.set(null);
        if (firstText != null) {
            firstText.drop();
        }
    }
}
