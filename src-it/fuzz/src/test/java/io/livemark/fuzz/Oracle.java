/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import java.util.List;

/** What must hold for any class file that comes along. */
final class Oracle {

    private Oracle() {}

    /** For any bytes: no error, no exception but the documented one, not too slow; what was sound stays so. */
    static void anything(byte[] file) {
        transformed(Linking.name(file), file);
        transformed("io/livemark/Mark", file);
        byte[] woven;
        try {
            woven = Limits.within(file.length, () -> Weaving.weave(file));
        } catch (RuntimeException malformed) {
            return;
        }
        if (woven != null && Linking.problem(file) == null) {
            sound(file, woven);
        }
    }

    /** For a class file that the JVM may take: if it does, it is woven, or too large for that. */
    static void method(byte[] file) {
        transformed("Fuzzed", file);
        boolean isSound = Linking.problem(file) == null;
        byte[] woven;
        try {
            woven = Limits.within(file.length, () -> Weaving.weave(file));
            Limits.within(file.length, () -> Weaving.sites(file));
        } catch (RuntimeException e) {
            if (isSound && !e.getClass().getSimpleName().endsWith("TooLargeException")) {
                throw new AssertionError("the JVM takes the class, the weaver does not", e);
            }
            return;
        }
        if (woven != null && isSound) {
            sound(file, woven);
        }
    }

    private static void sound(byte[] file, byte[] woven) {
        String problem = Linking.problem(woven);
        if (problem != null) {
            throw new AssertionError("sound before it was woven: " + problem);
        }
        if (Weaving.weave(woven) != null) {
            throw new AssertionError("woven, and then woven again");
        }
        if (Weaving.sites(woven) > Weaving.sites(file)) {
            throw new AssertionError("a site too many");
        }
    }

    private static void transformed(String name, byte[] file) {
        List<Throwable> logged = Limits.within(file.length, () -> Weaving.transform(name, file));
        for (Throwable e : logged) {
            if (e instanceof Error) {
                throw new AssertionError("an error in the transformer, which caught it", e);
            }
        }
    }
}
