/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A frame, and those that it called: how often each was the marked one. */
final class StackTree {

    private final String frame;
    private final StackTree caller;
    private final Map<String, StackTree> called = new LinkedHashMap<>();
    private long hits;

    /**
     * @param frame class, method and line; the title of the root
     * @param caller null for the root
     */
    StackTree(String frame, StackTree caller) {
        this.frame = frame;
        this.caller = caller;
    }

    String frame() {
        return frame;
    }

    Collection<StackTree> called() {
        return called.values();
    }

    StackTree called(String name) {
        return called.computeIfAbsent(name, unused -> new StackTree(name, this));
    }

    void add(long more) {
        hits += more;
    }

    long hits() {
        return hits;
    }

    /** Hits here and in all that was called. */
    long total() {
        return hits + called.values().stream().mapToLong(StackTree::total).sum();
    }

    /** Itself and its callers without the root; the marked method first. */
    List<String> stack() {
        List<String> frames = new ArrayList<>();
        for (StackTree one = this; one.caller != null; one = one.caller) {
            frames.add(one.frame);
        }
        return frames;
    }

    /** All frames that were the marked one. */
    List<StackTree> leaves() {
        List<StackTree> found = new ArrayList<>();
        if (hits > 0 && caller != null) {
            found.add(this);
        }
        called.values().forEach(child -> found.addAll(child.leaves()));
        return found;
    }
}
