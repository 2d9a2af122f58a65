/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.suite;

import io.livemark.it.Console;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes: {@code run CLASS} answers with a line for each test, {@code hits} with how many marks were hit. */
public final class SuiteTarget {

    private SuiteTarget() {}

    public static void main(String[] args) throws Exception {
        LongAdder hits = new LongAdder();
        System.getProperties().put("livemark.behaviour.hits", hits);
        Launcher launcher = LauncherFactory.create();
        var lines = System.out;
        Console.serve((command, argument) -> {
            if (command.equals("hits")) {
                lines.println(hits.sum());
                return;
            }
            Results results = new Results();
            // Tests may print what they like, but not between the lines of the answer.
            System.setOut(System.err);
            try {
                launcher.execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(argument))
                        .forExecution()
                        .listeners(results)
                        .build());
            } finally {
                System.setOut(lines);
            }
            results.byTest.forEach((test, result) -> lines.println(test + " " + result));
        });
    }

    private static final class Results implements TestExecutionListener {

        private final TreeMap<String, String> byTest = new TreeMap<>();

        @Override
        public synchronized void executionSkipped(TestIdentifier test, String reason) {
            byTest.put(test.getUniqueId(), "SKIPPED");
        }

        @Override
        public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
            byTest.put(test.getUniqueId(), result.getStatus().toString());
        }
    }
}
