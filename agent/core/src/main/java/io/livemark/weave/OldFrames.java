/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The frames that may go on in a version of a class that was replaced, in methods that call {@code Mark}: until they return, a
 * mark ahead of them is reached by the shim only.
 *
 * <p>A frame is known again by its thread, its depth, its method and everything below it. A thread that comes back by the same
 * way is taken for one that never left: an upper bound, which is right as soon as no thread is seen there.
 */
final class OldFrames {

    private final String className;
    private final List<MarkedSite> sites;
    private final Set<Frame> frames;

    private record Frame(WeakReference<Thread> thread, String method, int depth, int below) {}

    private OldFrames(String className, List<MarkedSite> sites, Set<Frame> frames) {
        this.className = className;
        this.sites = sites;
        this.frames = frames;
    }

    /** The frames that are in a replaced version now, or in the new one, since nobody can tell. */
    static OldFrames in(String className, ClassVersion replaced, Stacks stacks) {
        List<MarkedSite> sites = replaced.callingMark();
        Set<String> methods = sites.stream().map(MarkedSite::method).collect(Collectors.toSet());
        Set<Frame> frames = new HashSet<>();
        for (Thread thread : stacks.threads()) {
            StackTraceElement[] stack = stacks.of(thread);
            WeakReference<Thread> owner = new WeakReference<>(thread);
            for (int i = 0; i < stack.length; i++) {
                if (stack[i].getClassName().equals(className) && methods.contains(stack[i].getMethodName())) {
                    frames.add(new Frame(owner, stack[i].getMethodName(), stack.length - i, below(stack, i)));
                }
            }
        }
        return new OldFrames(className, sites, frames);
    }

    /** Those that may still be there. */
    OldFrames in(Stacks stacks) {
        return new OldFrames(
                className,
                sites,
                frames.stream().filter(frame -> isIn(frame, stacks)).collect(Collectors.toSet()));
    }

    private boolean isIn(Frame frame, Stacks stacks) {
        Thread thread = frame.thread.get();
        StackTraceElement[] stack = thread == null ? new StackTraceElement[0] : stacks.of(thread);
        int i = stack.length - frame.depth;
        return i >= 0
                && stack[i].getMethodName().equals(frame.method)
                && stack[i].getClassName().equals(className)
                && below(stack, i) == frame.below;
    }

    /** What lies below a frame stays as it is until the frame has returned. */
    private static int below(StackTraceElement[] stack, int i) {
        return Arrays.asList(stack).subList(i + 1, stack.length).hashCode();
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    int size() {
        return frames.size();
    }

    /** The sites that a frame may still come to. */
    List<MarkedSite> sites() {
        List<MarkedSite> ahead = new ArrayList<>(sites);
        ahead.removeIf(site -> threadsIn(site.method()).isEmpty());
        return ahead;
    }

    /** The threads that may be in a method as it was. */
    Set<Thread> threadsIn(String method) {
        return frames.stream()
                .filter(frame -> frame.method.equals(method))
                .map(frame -> frame.thread.get())
                .filter(thread -> thread != null)
                .collect(Collectors.toSet());
    }
}
