/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a variant costs beside a baseline, in one launch of the JVM.
 *
 * @param baseNanos one call of the baseline, median of the pairs
 * @param addedNanos what a call of the variant takes more, median of the pairs
 * @param ratio variant by baseline, median of the pairs
 * @param bytes what a call of the variant allocates, on average
 */
record Measurement(double baseNanos, double addedNanos, double ratio, double bytes) {

    static Measurement of(double[] baseNanos, double[] variantNanos, double bytes) {
        double[] added = new double[baseNanos.length];
        double[] ratio = new double[baseNanos.length];
        for (int i = 0; i < added.length; i++) {
            added[i] = variantNanos[i] - baseNanos[i];
            ratio[i] = variantNanos[i] / baseNanos[i];
        }
        return new Measurement(median(baseNanos), median(added), median(ratio), bytes);
    }

    /** Tab-separated, as the driver reads it. */
    String columns() {
        return String.format(Locale.ROOT, "%.3f\t%.3f\t%.4f\t%.4f", baseNanos, addedNanos, ratio, bytes);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
