/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import static io.livemark.Mark.mark;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;

/** Tells of each class of our agent that it sees, by a mark; which is in a class of its own, loaded at the first. */
final class Teller implements ClassFileTransformer {

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] file) {
        if (loader != null && "livemark".equals(loader.getName())) {
            Told.of(name);
        }
        return null;
    }

    private static final class Told {

        static void of(String name) {
            mark("neighbour.told name={}", name);
        }
    }
}
