/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.nothing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/** What a JVM holds that could have been left behind, counted from inside. */
final class Figures {

    /** Rank, instances, bytes, class. */
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+).*");

    private static final ObjectName DIAGNOSTICS;

    static {
        try {
            DIAGNOSTICS = new ObjectName("com.sun.management:type=DiagnosticCommand");
        } catch (JMException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Figures() {}

    /** Takes them after collections; the histogram makes one itself. */
    static Map<String, Long> take() throws IOException, JMException {
        // What the first collection finds to be finalised goes with the second, once that was done.
        System.gc();
        System.runFinalization();
        Map<String, Long> figures = new LinkedHashMap<>();
        histogram(figures);
        figures.put("loaded classes", (long)
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        figures.put("threads", (long) ManagementFactory.getThreadMXBean().getThreadCount());
        figures.put("open files", openFiles());
        long code = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            long used = pool.getUsage().getUsed();
            if (pool.getName().equals("Metaspace") || pool.getName().equals("Compressed Class Space")) {
                figures.put(pool.getName().toLowerCase(Locale.ROOT) + " bytes", used);
            } else if (pool.getName().startsWith("Code")) {
                code += used;
            }
        }
        figures.put("code cache bytes", code);
        return figures;
    }

    /** What {@code jcmd PID Compiler.codelist} says of a method: the bytes of what the last compiler has made of it, and is entered. */
    static OptionalInt compiled(Class<?> owner, String method) throws JMException {
        Pattern line = Pattern.compile("\\d+ +4 +0 +" + Pattern.quote(owner.getName() + "." + method)
                + "\\(.*\\[0x\\p{XDigit}+, 0x(\\p{XDigit}+) - 0x(\\p{XDigit}+)]");
        String text = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(DIAGNOSTICS, "compilerCodelist", new Object[0], new String[0]);
        return text.lines()
                .map(line::matcher)
                .filter(Matcher::find)
                .mapToInt(found -> (int) (Long.parseLong(found.group(2), 16) - Long.parseLong(found.group(1), 16)))
                .findFirst();
    }

    /** What {@code jcmd PID GC.class_histogram} says, of the classes that matter. */
    private static void histogram(Map<String, Long> figures) throws JMException {
        String text = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(DIAGNOSTICS, "gcClassHistogram", new Object[] {new String[0]}, new String[] {
                    String[].class.getName()
                });
        List.of("call sites", "method handles", "lambda forms", "probe loaders", "livemark's objects")
                .forEach(group -> figures.put(group, 0L));
        text.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> figures.computeIfPresent(
                        group(line.group(2)), (group, sum) -> sum + Long.parseLong(line.group(1))));
    }

    private static String group(String name) {
        if (name.startsWith("java.lang.invoke.")) {
            return name.endsWith("CallSite")
                    ? "call sites"
                    : name.contains("MethodHandle")
                            ? "method handles"
                            : name.contains("LambdaForm") ? "lambda forms" : "others";
        }
        if (name.equals("io.livemark.probe.ProbeLoader")) {
            return "probe loaders";
        }
        boolean ours = name.startsWith("io.livemark.") && !name.startsWith("io.livemark.it.");
        return ours || name.startsWith("java.lang.Livemark") ? "livemark's objects" : "others";
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
