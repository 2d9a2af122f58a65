/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A thread of the agent for code of probes that must not run on the thread that needs it: one, and only while there is something
 * to run. Where that does not come to an end, only what waits behind it has to suffer.
 */
final class Background {

    private Background() {}

    static Executor executor() {
        return new ThreadPoolExecutor(0, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new Threads());
    }

    private static final class Threads implements ThreadFactory {

        /** Inherits nothing from the application thread that happens to start it. */
        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(null, task, "livemark-probes", 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(Background.class.getClassLoader());
            return thread;
        }
    }
}
