/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** An agent of somebody else, inside whose transformer something is done. The jar is a manifest; the class is the target's. */
public final class PlaceAgent {

    private static Instrumentation instrumentation;

    private PlaceAgent() {}

    /** What the JVM calls. */
    public static void premain(String options, Instrumentation theirs) {
        instrumentation = theirs;
    }

    /** Makes its jar, and gives the option for it. */
    static String option(Path directory) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", PlaceAgent.class.getName());
        Path jar = directory.resolve("place.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "-javaagent:" + jar;
    }

    /** In the target: does something while the JVM defines a class. */
    static void transform(Runnable inside) {
        Thread here = Thread.currentThread();
        ClassFileTransformer transformer = new ClassFileTransformer() {
            @Override
            public byte[] transform(
                    ClassLoader loader, String name, Class<?> replaced, ProtectionDomain domain, byte[] file) {
                if (Thread.currentThread() == here && loader instanceof FreshLoader) {
                    inside.run();
                }
                return null;
            }
        };
        instrumentation.addTransformer(transformer);
        FreshLoader.define(DeepSite.class);
        instrumentation.removeTransformer(transformer);
    }
}
