/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

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
                case "size" -> System.out.println(sizeOf(argument, () -> run(argument)));
                case "old" -> System.out.println(sizeOf(argument, () -> runOld(argument)));
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    /** Runs a method until it is compiled anew, if it has to be, and prints the size of that compilation. */
    private static String sizeOf(String method, Callable<Long> run) throws Exception {
        Path file = Files.createTempFile("livemark", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.Compilation").withoutThreshold();
            recording.start();
            if (run.call() == 42) {
                throw new IllegalStateException("the sums are used, so that they are computed");
            }
            recording.stop();
            recording.dump(file);
            String size = "not compiled";
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                if (event.<RecordedMethod>getValue("method").getName().equals(method)
                        && event.getInt("compileLevel") == 4
                        && !event.getBoolean("isOsr")) {
                    size = Long.toString(event.getLong("codeSize"));
                }
            }
            return size;
        } finally {
            Files.delete(file);
        }
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
