/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
import io.livemark.Probe;
import io.livemark.ProbeContext;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * 01. Counts answers by their status. Shows the smallest useful probe: one handler, an argument, a table.
 *
 * <pre>
 * $ attach-cli/bin/livemark load shop examples/probes/01-count-by-status/CountByStatus.java --arg every=200 --follow
 * 200=143 201=45 400=4 404=6 500=2
 * 200=285 201=92 400=7 404=12 500=4
 * </pre>
 *
 * Expect a line for every 200 answers, and the last one when the probe is taken out (Ctrl-C).
 */
public final class CountByStatus implements AutoCloseable {

    private final Map<Integer, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final AtomicLong answers = new AtomicLong();
    private final ProbeContext context;
    private final long every;

    public CountByStatus(ProbeContext context) {
        this.context = context;
        this.every = Long.parseLong(context.arguments().getOrDefault("every", "200"));
    }

    /** Runs on the threads that answer requests, many at once. */
    @Probe("http.request.end")
    void answered(String path, int status, long nanos) {
        counts.computeIfAbsent(status, unseen -> new LongAdder()).increment();
        if (answers.incrementAndGet() % every == 0) {
            context.emit(table());
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder();
        counts.forEach((status, count) -> table.append(status + "=" + count + " "));
        return table.toString().strip();
    }

    @Override
    public void close() {
        context.log("in all: " + table());
    }
}
