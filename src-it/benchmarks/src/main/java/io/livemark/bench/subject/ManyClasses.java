/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.subject;

import io.livemark.bench.generate.GenerateClasses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

/**
 * Loads generated classes, makes an object of each, and then calls each of them: {@code ManyClasses COUNT CALLS [work|flip]}.
 *
 * <pre>
 *   stdout  first  12.3              milliseconds that the first calls took, one of each class
 *   stdout  ready
 *   stdin   lost 800                 with work: see {@link Throughput#print}; one thread keeps calling the first class
 *   stdin   on, off                  with flip, as work, of {@link Flipped}: its guard
 *   stdout  flipped  0.5             milliseconds that took
 * </pre>
 */
public final class ManyClasses {

    private static int sink;

    private ManyClasses() {}

    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        int calls = Integer.parseInt(args[1]);
        boolean isFlipped = args.length > 2 && args[2].equals("flip");
        IntUnaryOperator[] operators = new IntUnaryOperator[Integer.parseInt(args[0])];
        for (int i = 0; i < operators.length; i++) {
            operators[i] = isFlipped ? new Flipped() : generated(i);
        }
        long start = System.nanoTime();
        callAll(operators);
        System.out.println("first\t" + (System.nanoTime() - start) / 1e6);
        for (int n = 1; n < calls; n++) {
            callAll(operators);
        }
        Throughput work = args.length > 2 ? new Throughput(() -> sink += operators[0].applyAsInt(sink)) : null;
        if (work != null) {
            work.start();
        }
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("reset")) {
                work.reset();
            } else if (line.equals("on") || line.equals("off")) {
                flip(line.equals("on"));
            } else {
                work.print(Integer.parseInt(line.substring("lost ".length())));
            }
            System.out.println("done");
        }
    }

    private static IntUnaryOperator generated(int number) throws ReflectiveOperationException {
        return (IntUnaryOperator) Class.forName(GenerateClasses.name(number))
                .getDeclaredConstructor()
                .newInstance();
    }

    private static void flip(boolean on) {
        long start = System.nanoTime();
        Flipped.flip(on);
        System.out.println("flipped\t" + (System.nanoTime() - start) / 1e6);
    }

    private static void callAll(IntUnaryOperator[] operators) {
        for (IntUnaryOperator operator : operators) {
            sink += operator.applyAsInt(1);
        }
    }
}
