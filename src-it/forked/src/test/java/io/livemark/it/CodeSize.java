/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
