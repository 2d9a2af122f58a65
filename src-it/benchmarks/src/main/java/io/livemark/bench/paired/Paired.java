/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.paired;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs pairs. Its arguments are what to warm up at the start: {@code variant/baseline:body,body…}, where the baseline is
 * {@code base} unless it is named.
 *
 * <pre>
 *   stdout  ready                                      warm
 *   stdin   go marked:light,heavy flag:light           measure
 *   stdout  result  marked  base  light  3.612  0.010  1.0028  0.0000
 *                                        ns of the baseline, ns added, ratio, bytes a call
 *   stdin   threads 4 marked:light                     the same on several threads at once, by processor time
 *   stdout  calls  12345678                            of light and heavy with a mark, so far: what a probe must have counted
 *   stdout  hits  12345678                             of {@link Calls#count} so far
 *   stdout  done
 *   stdin   state                                      see {@link State}
 * </pre>
 *
 * Ends with its stdin.
 */
public final class Paired {

    private static final int PAIRS = Integer.getInteger("pairs", 101);
    private static final long WARM_UP_NANOS = Long.getLong("warmUpMillis", 100) * 1_000_000;

    /** What was armed or disarmed is being compiled anew, for as long as other programs leave the compiler nothing to run on. */
    private static final long SETTLING_NANOS = 4 * WARM_UP_NANOS;

    private final Map<String, Variant> variants = new HashMap<>();
    private final Tally tally = new Tally();

    private Paired() {}

    public static void main(String[] args) throws Exception {
        new Paired().serve(args);
    }

    private void serve(String[] specs) throws IOException, InterruptedException {
        for (String spec : specs) {
            for (String body : spec.substring(spec.indexOf(':') + 1).split(",")) {
                for (String name : names(spec)) {
                    timing(name, Body.of(body)).warmUp(WARM_UP_NANOS);
                }
            }
        }
        answer("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            if (words[0].equals("state")) {
                State.print();
            }
            boolean threads = words[0].equals("threads");
            for (int i = threads ? 2 : 1; i < words.length; i++) {
                measure(words[i], threads ? Integer.parseInt(words[1]) : 0);
            }
            answer("done");
        }
    }

    private void answer(String word) {
        System.out.println("calls\t" + tally.marked());
        System.out.println("hits\t" + Calls.hits());
        System.out.println(word);
    }

    private void measure(String spec, int threads) throws InterruptedException {
        for (String word : spec.substring(spec.indexOf(':') + 1).split(",")) {
            Body body = Body.of(word);
            String[] names = names(spec);
            Supplier<Timing> base = () -> timing(names[1], body);
            Supplier<Timing> variant = () -> timing(names[0], body);
            Measurement measured =
                    threads > 0 ? new Threads(threads).pairs(base, variant) : pairs(base.get(), variant.get());
            System.out.println(String.join("\t", "result", names[0], names[1], word, measured.columns()));
        }
    }

    /** The variant, and its baseline. */
    private static String[] names(String spec) {
        return (spec.substring(0, spec.indexOf(':')) + "/base").split("/");
    }

    private synchronized Timing timing(String name, Body body) {
        return new Timing(tally, name, variants.computeIfAbsent(name, Paired::variant), body);
    }

    static String className(String variant) {
        return "io.livemark.bench.variants." + Character.toUpperCase(variant.charAt(0)) + variant.substring(1);
    }

    static Variant variant(String name) {
        try {
            return (Variant)
                    Class.forName(className(name)).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    private static Measurement pairs(Timing base, Timing variant) {
        double[] baseNanos = new double[PAIRS];
        double[] variantNanos = new double[PAIRS];
        base.warmUp(WARM_UP_NANOS);
        variant.warmUp(SETTLING_NANOS);
        base.warmUp(WARM_UP_NANOS);
        for (int i = 0; i < PAIRS; i++) {
            // A B, B A: whatever follows on the other is each of them as often.
            if (i % 2 == 0) {
                baseNanos[i] = base.batch();
                variantNanos[i] = variant.batch();
            } else {
                variantNanos[i] = variant.batch();
                baseNanos[i] = base.batch();
            }
        }
        return Measurement.of(baseNanos, variantNanos, variant.bytes());
    }
}
