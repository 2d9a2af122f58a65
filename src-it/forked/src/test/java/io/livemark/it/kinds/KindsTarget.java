/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.kinds;

import io.livemark.it.Console;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.function.Supplier;

/** Runs programs that it knows by name only. */
final class KindsTarget {

    private static ClassLoader loader = KindsTarget.class.getClassLoader();

    private KindsTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            switch (command) {
                case "run" -> System.out.println("did " + program(argument).get());
                case "signers" -> signers(Class.forName(argument, false, loader));
                case "module" -> module(Class.forName(argument, false, loader).getModule());
                case "layer" -> layer(argument);
                case "define" -> MethodHandles.lookup().defineClass(Files.readAllBytes(Path.of(argument)));
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private static Supplier<?> program(String name) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(name, true, loader).getDeclaredConstructor();
        if (!Modifier.isPublic(constructor.getModifiers())) {
            constructor.setAccessible(true);
        }
        return (Supplier<?>) constructor.newInstance();
    }

    private static void signers(Class<?> type) throws Exception {
        for (Object signer : type.getSigners()) {
            System.out.println("signer " + ((X509Certificate) signer).getSubjectX500Principal());
        }
        for (CodeSigner signer : type.getProtectionDomain().getCodeSource().getCodeSigners()) {
            X509Certificate certificate = (X509Certificate)
                    signer.getSignerCertPath().getCertificates().get(0);
            System.out.println("code signer " + certificate.getSubjectX500Principal());
        }
        // The loader checks the digest of the entry while it is read.
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            System.out.println("file " + (in.readAllBytes().length > 0));
        }
    }

    /** Its name, and which of ours it reads. (Every module of a class that any agent sees reads the class path.) */
    private static void module(Module module) {
        System.out.println(module);
        module.getLayer().modules().stream()
                .filter(other -> other != module && other.getName().contains("livemark") && module.canRead(other))
                .forEach(other -> System.out.println("reads " + other));
    }

    /** Its modules come from directories and jars that only the new layer knows, and all of them go into one loader. */
    private static void layer(String path) {
        String[] files = path.split(java.io.File.pathSeparator);
        Path[] paths = java.util.stream.Stream.of(files).map(Path::of).toArray(Path[]::new);
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(paths), ModuleFinder.of(), Set.of("marked"));
        loader = boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader())
                .findLoader("marked");
    }
}
