/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of a probe, and what can be said of them before any of their code is loaded.
 *
 * @param files class files and resources by their path, as this JVM is to see them
 * @param className the one class that has handlers
 * @param patterns what its handlers ask for, each once
 * @param handlers what each of its handlers asks for, by name and descriptor; the JVM would make a proxy to say it
 * @param named the classes that its files name and that neither they nor the JDK have: the application's
 * @param needed those of {@code named} that the class with the handlers or one nested in it names
 */
record ProbeFiles(
        Map<String, byte[]> files,
        String className,
        List<MarkerPattern> patterns,
        Map<String, MarkerPattern> handlers,
        Set<String> named,
        Set<String> needed) {

    private static final String CLASS = ".class";
    private static final byte[] MAGIC = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe};
    private static final int FIRST_FEATURE = 44;

    static ProbeFiles of(Map<String, byte[]> given) throws Refusal {
        Map<String, byte[]> files = MultiRelease.forThisJvm(given);
        List<String> classes = new ArrayList<>();
        Map<String, MarkerPattern> handlers = new LinkedHashMap<>();
        Map<String, ProbeClass> all = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!file.getKey().endsWith(CLASS) || file.getKey().endsWith("module-info.class")) {
                continue;
            }
            checkVersion(file.getKey(), file.getValue());
            ProbeClass read = read(file.getKey(), file.getValue());
            all.put(read.name(), read);
            if (!read.handlers().isEmpty()) {
                classes.add(read.name());
                handlers.putAll(read.handlers());
            }
        }
        if (classes.isEmpty()) {
            throw new Refusal(
                    "no class among the files has a handler: a method with @Probe",
                    "annotate a method with @io.livemark.Probe(\"marker.name\")");
        }
        if (classes.size() > 1) {
            throw new Refusal(
                    "several classes have handlers: " + String.join(", ", classes),
                    "load them one by one; a probe is one class, with whatever helpers it needs");
        }
        String probe = classes.get(0);
        Set<String> named = new TreeSet<>();
        Set<String> needed = new TreeSet<>();
        for (ProbeClass one : all.values()) {
            named.addAll(one.named());
            if (one.name().equals(probe) || one.name().startsWith(probe + "$")) {
                needed.addAll(one.named());
            }
        }
        keepForeign(named, all.keySet());
        needed.retainAll(named);
        return new ProbeFiles(
                files, probe, List.copyOf(new LinkedHashSet<>(handlers.values())), handlers, named, needed);
    }

    /** The last part of the name of its class. */
    String simpleName() {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    private static void keepForeign(Set<String> names, Set<String> own) {
        for (Iterator<String> each = names.iterator(); each.hasNext(); ) {
            String name = each.next();
            if (ClassNames.isApi(name) || own.contains(name) || ClassNames.isOfTheJdk(name)) {
                each.remove();
            }
        }
    }

    private static void checkVersion(String path, byte[] file) throws Refusal {
        if (file.length < 8 || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new Refusal(path + " is not a class file", "");
        }
        int feature = ((file[6] & 0xff) << 8 | file[7] & 0xff) - FIRST_FEATURE;
        int runs = Runtime.version().feature();
        if (feature > runs) {
            throw new Refusal(
                    path + " is compiled for Java " + feature + ", the JVM is Java " + runs,
                    "compile it with --release " + runs + ", or load the .java file");
        }
    }

    private static ProbeClass read(String path, byte[] file) throws Refusal {
        try {
            return ProbeClass.of(file);
        } catch (RuntimeException e) {
            throw new Refusal(path + " is not a class file", "");
        }
    }
}
