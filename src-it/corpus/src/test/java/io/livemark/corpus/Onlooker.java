/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/** An agent that stands behind the one under test and sees what that gives to the JVM. Changes nothing. */
public final class Onlooker implements ClassFileTransformer {

    private Onlooker() {}

    /** Called by the JVM. */
    public static void premain(String options, Instrumentation instrumentation) {
        // The JVM asks those that can retransform after all others; the agent under test is one, and came before.
        instrumentation.addTransformer(new Onlooker(), true);
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] file) {
        if (loader instanceof World world) {
            world.see(name.replace('/', '.'), file);
        }
        return null;
    }
}
