/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/** How large C2 makes a method. Without {@code -Xbatch} the method has to be run until the compiler is through with it. */
public final class CodeSize {

    private CodeSize() {}

    /**
     * Runs a method until it is compiled anew, if it has to be.
     *
     * @param method its name
     * @param run calls it often enough, and gives a sum so that it is computed
     * @return the bytes of that compilation; {@code not compiled} where there was none
     */
    public static String of(String method, Callable<Long> run) throws Exception {
        return of(method, run, Duration.ZERO);
    }

    /**
     * As above, where the compiler works beside the program.
     *
     * @param patience for how long it is run again and again until the compiler is through with it
     */
    public static String of(String method, Callable<Long> run, Duration patience) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Recording recording = new Recording()) {
            recording.enable("jdk.Compilation").withoutThreshold();
            recording.start();
            while (true) {
                if (run.call() == 42) {
                    throw new IllegalStateException("the sums are used, so that they are computed");
                }
                OptionalLong size = last(method, recording);
                if (size.isPresent() || System.nanoTime() - deadline >= 0) {
                    return size.isPresent() ? Long.toString(size.getAsLong()) : "not compiled";
                }
            }
        }
    }

    private static OptionalLong last(String method, Recording recording) throws IOException {
        Path file = Files.createTempFile("livemark", ".jfr");
        try {
            recording.dump(file);
            OptionalLong size = OptionalLong.empty();
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                if (event.<RecordedMethod>getValue("method").getName().equals(method)
                        && event.getInt("compileLevel") == 4
                        && !event.getBoolean("isOsr")) {
                    size = OptionalLong.of(event.getLong("codeSize"));
                }
            }
            return size;
        } finally {
            Files.delete(file);
        }
    }
}
