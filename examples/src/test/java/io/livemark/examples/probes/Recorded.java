/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.probes;

import io.livemark.ProbeContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A context that keeps what the probe says. */
final class Recorded implements ProbeContext {

    final List<List<Object>> events = new CopyOnWriteArrayList<>();
    final List<String> log = new CopyOnWriteArrayList<>();
    private final Map<String, String> arguments;

    Recorded(Map<String, String> arguments) {
        this.arguments = arguments;
    }

    @Override
    public String name() {
        return "recorded";
    }

    @Override
    public Map<String, String> arguments() {
        return arguments;
    }

    @Override
    public void log(String message) {
        log.add(message);
    }

    @Override
    public void emit(Object... values) {
        events.add(List.of(values));
    }
}
