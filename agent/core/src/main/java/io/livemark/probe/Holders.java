/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.protocol.Holder;
import io.livemark.weave.Stacks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which threads are inside handlers, at about one moment: those whose stack has a frame of a class that a probe's loader has defined. The
 * loader is known by its name, which tells the probe.
 *
 * <p>One look stops the JVM for as long as a dump of its platform threads takes; virtual threads are stopped one by one, and looked at for a
 * quarter of a second at most. So a virtual thread may be missed, and where the JVM keeps no track of them, all are.
 */
public final class Holders {

    private static final int MOST_FRAMES = 20;
    private static final int MOST_OUTER = 6;

    /** How many frames of the application are shown: the method with the mark, and its caller. */
    private static final int CALLERS = 2;

    private final Stacks stacks;

    private Holders(Stacks stacks) {
        this.stacks = stacks;
    }

    /** {@return the stacks of now} */
    public static Holders look() {
        return new Holders(Stacks.now());
    }

    /** For tests. */
    static Holders of(Stacks stacks) {
        return new Holders(stacks);
    }

    /**
     * Picks out the threads that hold a probe.
     *
     * @param loaders those of the probe
     * @return its holders, by the numbers of the threads
     */
    public List<Holder> of(Collection<ClassLoader> loaders) {
        Set<String> names = loaders.stream().map(ClassLoader::getName).collect(Collectors.toSet());
        List<Holder> holders = new ArrayList<>();
        for (Thread thread : stacks.threads()) {
            StackTraceElement[] stack = stacks.of(thread);
            int handler = stack.length - 1;
            while (handler >= 0 && !names.contains(stack[handler].getClassLoaderName())) {
                handler--;
            }
            if (handler >= 0) {
                holders.add(new Holder(
                        thread.getName(),
                        thread.getId(),
                        LivemarkThreads.isVirtual(thread),
                        thread.getState().name(),
                        text(shown(stack, handler))));
            }
        }
        holders.sort(Comparator.comparingLong(Holder::id));
        return holders;
    }

    /** Without the way from the mark to the handler: of whose frames the JVM shows some, and which differ from one JVM to the next. */
    private static List<StackTraceElement> shown(StackTraceElement[] stack, int handler) {
        int mark = handler + 1;
        while (mark < stack.length && isOnTheWay(stack[mark].getClassName())) {
            mark++;
        }
        List<StackTraceElement> shown = new ArrayList<>(Arrays.asList(stack).subList(0, handler + 1));
        shown.addAll(Arrays.asList(stack).subList(mark, Math.min(mark + CALLERS, stack.length)));
        return shown;
    }

    private static boolean isOnTheWay(String type) {
        return type.startsWith("java.lang.invoke.")
                || type.startsWith("java.lang.Livemark")
                || type.startsWith("io.livemark.probe.")
                || type.equals("io.livemark.Mark");
    }

    private static List<String> text(List<StackTraceElement> stack) {
        int left = stack.size() - MOST_FRAMES;
        List<String> frames = new ArrayList<>();
        for (int i = 0; i < stack.size(); i++) {
            int fromOuter = stack.size() - i;
            if (left <= 0 || i < MOST_FRAMES - MOST_OUTER || fromOuter <= MOST_OUTER) {
                frames.add(text(stack.get(i)));
            } else if (fromOuter == MOST_OUTER + 1) {
                frames.add("… " + left + (left == 1 ? " frame" : " frames"));
            }
        }
        return frames;
    }

    /** Without the loader and the module, in which all frames of one class are alike. */
    private static String text(StackTraceElement frame) {
        String place = frame.isNativeMethod()
                ? "Native Method"
                : frame.getFileName() == null
                        ? "Unknown Source"
                        : frame.getFileName() + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "");
        return frame.getClassName() + "." + frame.getMethodName() + "(" + place + ")";
    }
}
