/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * An agent of somebody else, which the target commands: it transforms, retransforms and redefines. Its option names its first
 * transformer. The jar is a manifest; the class lies with these tests on the class path.
 */
public final class Neighbour {

    private static Instrumentation instrumentation;

    private Neighbour() {}

    /** What the JVM calls. */
    public static void premain(String transformer, Instrumentation theirs) {
        instrumentation = theirs;
        if (transformer != null) {
            add(transformer);
        }
    }

    /** What the JVM calls where it is attached. */
    public static void agentmain(String transformer, Instrumentation theirs) {
        premain(transformer, theirs);
    }

    /** Makes its jar; the transformer may be null. */
    static ForeignAgent with(String transformer, Path directory) {
        return new ForeignAgent(jar(directory), transformer);
    }

    /** In the target: adds a transformer, behind those that it has. */
    static void add(String transformer) {
        ClassFileTransformer added = switch (transformer) {
            case "copies" -> new Copier();
            case "counts" -> new CallCounter();
            case "looks" -> new Onlooker();
            case "tells" -> new Teller();
            default -> throw new IllegalArgumentException(transformer);
        };
        instrumentation.addTransformer(added, true);
    }

    /** In the target. */
    static void retransform(Class<?> type) throws Exception {
        instrumentation.retransformClasses(type);
    }

    /** In the target. */
    static void redefine(Class<?> type, byte[] file) throws Exception {
        instrumentation.redefineClasses(new ClassDefinition(type, file));
    }

    private static Path jar(Path directory) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", Neighbour.class.getName());
        attributes.putValue("Agent-Class", Neighbour.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        attributes.putValue("Can-Redefine-Classes", "true");
        Path jar = directory.resolve("neighbour.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }
}
