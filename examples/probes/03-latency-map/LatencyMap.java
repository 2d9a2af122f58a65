/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
import io.livemark.Probe;
import io.livemark.ProbeContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * 03. A map of latencies, from the begin of a request to its end. Shows two handlers that work together: the first
 * notes the time for its thread, the second takes it back and counts it in a bucket that is a power of two wide.
 *
 * <pre>
 * $ attach-cli/bin/livemark load shop examples/probes/03-latency-map/LatencyMap.java --arg every=500 --follow
 *     256 us    211 ##################
 *     512 us    232 ####################
 *    1024 us     49 ####
 *    8192 us      8 #
 * </pre>
 *
 * Expect a map for every 500 answers, and two humps: the slow search is the second. A line says "from this long on".
 */
public final class LatencyMap implements AutoCloseable {

    private static final int WIDTH = 20;

    // Not a ThreadLocal: whatever a probe leaves in a thread of the application outlives the probe.
    private final Map<Thread, Long> begun = new ConcurrentHashMap<>();
    private final AtomicLongArray buckets = new AtomicLongArray(Long.SIZE);
    private final AtomicLong answers = new AtomicLong();
    private final ProbeContext context;
    private final long every;

    public LatencyMap(ProbeContext context) {
        this.context = context;
        this.every = Long.parseLong(context.arguments().getOrDefault("every", "500"));
    }

    @Probe("http.request.begin")
    void begin(String method, String path) {
        begun.put(Thread.currentThread(), System.nanoTime());
    }

    @Probe("http.request.end")
    void end(String path, int status, long nanos) {
        Long begin = begun.remove(Thread.currentThread());
        if (begin == null) {
            return; // it began before the probe was loaded
        }
        long micros = Math.max(1, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin));
        buckets.incrementAndGet(Long.SIZE - 1 - Long.numberOfLeadingZeros(micros));
        if (answers.incrementAndGet() % every == 0) {
            show();
        }
    }

    private void show() {
        long most = 1;
        for (int i = 0; i < buckets.length(); i++) {
            most = Math.max(most, buckets.get(i));
        }
        for (int i = 0; i < buckets.length(); i++) {
            long count = buckets.get(i);
            if (count > 0) {
                String bar = "#".repeat((int) Math.max(1, count * WIDTH / most));
                context.emit(String.format("%7d us %6d %s", 1L << i, count, bar));
            }
        }
    }

    @Override
    public void close() {
        context.log("measured " + answers + " requests");
    }
}
