/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
import io.livemark.Probe;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says on the program's stdout when its first hit was, in microseconds since 1970. */
public final class FirstHit {

    private final AtomicBoolean hit = new AtomicBoolean();

    @Probe("bench.tick")
    void tick(int n, String word) {
        if (hit.compareAndSet(false, true)) {
            Instant now = Instant.now();
            System.out.println("hit " + (now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000));
        }
    }
}
