/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.subject;

import io.livemark.bench.generate.GenerateClasses;
import java.io.IOException;
import java.util.function.IntUnaryOperator;

/** Loads generated classes and calls each of them: {@code ManyClasses COUNT CALLS}. */
public final class ManyClasses {

    private static int sink;

    private ManyClasses() {}

    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        int count = Integer.parseInt(args[0]);
        int calls = Integer.parseInt(args[1]);
        IntUnaryOperator[] operators = new IntUnaryOperator[count];
        for (int i = 0; i < count; i++) {
            operators[i] = (IntUnaryOperator) Class.forName(GenerateClasses.name(i))
                    .getDeclaredConstructor()
                    .newInstance();
            for (int n = 0; n < calls; n++) {
                sink += operators[i].applyAsInt(n);
            }
        }
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // Until the driver has gone.
        }
    }
}
