/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import static io.livemark.Mark.mark;

import io.livemark.it.CodeSize;
import io.livemark.it.Console;

/** Has C2 compile the same method with and without a mark and prints how large the code is. */
final class CompiledSizeTarget {

    private static final int ENOUGH_FOR_C2 = 50_000;

    /** What a mark would be if it were an {@code if} on a field. */
    private static boolean flag;

    /** Read in straight code without a call or a loop: nothing for a profile to differ about from run to run. */
    private static final int[] TABLE = new int[16];

    private CompiledSizeTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            switch (command) {
                case "size" -> System.out.println(CodeSize.of(argument, () -> run(argument)));
                case "old" -> System.out.println(CodeSize.of(argument, () -> runOld(argument)));
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    /** A class file that javac does not write any more; the test puts it on the class path. */
    private static Long runOld(String method) throws ReflectiveOperationException {
        return (Long)
                Class.forName("Aged").getMethod("sum", String.class, int.class).invoke(null, method, ENOUGH_FOR_C2);
    }

    private static long run(String method) {
        long sum = 0;
        for (int i = 0; i < ENOUGH_FOR_C2; i++) {
            sum += switch (method) {
                case "plain" -> plain(i, "word");
                case "marked" -> marked(i, "word");
                case "flagged" -> flagged(i, "word");
                default -> throw new IllegalArgumentException(method);
            };
        }
        return sum;
    }

    private static int plain(int n, String word) {
        int hash = (n ^ n >>> 7) * 31;
        hash = (hash ^ hash >>> 11) * 17 + TABLE[hash & 15];
        return hash;
    }

    private static int marked(int n, String word) {
        int hash = (n ^ n >>> 7) * 31;
        hash = (hash ^ hash >>> 11) * 17 + TABLE[hash & 15];
        mark("size.marked n={} hash={} word={}", n, hash, word);
        return hash;
    }

    private static int flagged(int n, String word) {
        int hash = (n ^ n >>> 7) * 31;
        hash = (hash ^ hash >>> 11) * 17 + TABLE[hash & 15];
        if (flag) {
            take(n, hash, word);
        }
        return hash;
    }

    private static void take(int n, int hash, String word) {
        System.out.println(n + hash + word);
    }
}
