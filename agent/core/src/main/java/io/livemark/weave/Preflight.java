/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.Map;
import java.util.Set;

/**
 * Says which classes must not be retransformed, and why.
 *
 * <p>A running loop in an old method stays there, in code that is never compiled again, until the method returns; and a mark in
 * it would stay out of reach. Some JDKs damage what they retransform.
 */
final class Preflight {

    private static final Runtime.Version PARAMETERS_SAFE_17 = Runtime.Version.parse("17.0.20");
    private static final Runtime.Version RECORDS_SAFE = Runtime.Version.parse("25.0.4");

    /** The first feature release that retransforms the class as it was redefined, and not as it was before. */
    private static final int REDEFINITIONS_KEPT = 20;

    /** The first feature release that refuses to merge two constant pools into one that is too large. */
    private static final int CONSTANTS_COUNTED = 23;

    /** Leaves room for what weaving adds, and for what the JVM adds when it merges the old pool with the new one. */
    private static final int MOST_CONSTANTS = 60_000;

    private final Runtime.Version jdk;
    private final Map<String, Set<String>> running;

    private Preflight(Runtime.Version jdk, Map<String, Set<String>> running) {
        this.jdk = jdk;
        this.running = running;
    }

    /** Looks at the stacks of all threads. */
    static Preflight now() {
        return new Preflight(Runtime.version(), Stacks.now().running());
    }

    /** For tests: any JDK, and the methods that are running by class. */
    static Preflight of(Runtime.Version jdk, Map<String, Set<String>> running) {
        return new Preflight(jdk, running);
    }

    /** Why a class must be left alone; null where it need not. */
    Reason objection(MarkedClass marked) {
        ClassFacts facts = marked.facts();
        if (facts.namesParameters() && losesParameterNames()) {
            return Reason.Cause.JDK_BUG.because(jdk + " drops the names of parameters (JDK-8240908)");
        }
        return objectionToGivingBack(marked);
    }

    /**
     * Why a woven class must stay so; null where it need not. Of the JDK's bugs only those matter that are in the replacing: the
     * others are in how a JVM makes up the class file, and of a class that was woven it has kept it.
     */
    Reason objectionToGivingBack(MarkedClass marked) {
        String loop = runningLoop(marked);
        if (loop != null) {
            return Reason.Cause.RUNNING_LOOP.because(loop);
        }
        if (marked.isRedefined() && jdk.feature() < REDEFINITIONS_KEPT) {
            return Reason.Cause.JDK_BUG.because(jdk + " brings back what was redefined (JDK-7124710)");
        }
        ClassFacts facts = marked.facts();
        if (facts.isAnnotatedRecord() && jdk.compareTo(RECORDS_SAFE) < 0) {
            return Reason.Cause.JDK_BUG.because(jdk + " damages records with annotations (JDK-8376185, JDK-8315575)");
        }
        if (facts.constants() > MOST_CONSTANTS && jdk.feature() < CONSTANTS_COUNTED) {
            return Reason.Cause.JDK_BUG.because(jdk + " may overflow the constant pool (JDK-8311076)");
        }
        return null;
    }

    /** The method whose loop some thread is in, by name: an overload may be taken for it, to the safe side. */
    String runningLoop(MarkedClass marked) {
        Set<String> methods = running.getOrDefault(marked.name(), Set.of());
        return marked.facts().loops().stream()
                .filter(methods::contains)
                .findFirst()
                .orElse(null);
    }

    private boolean losesParameterNames() {
        return jdk.feature() == 17 ? jdk.compareTo(PARAMETERS_SAFE_17) < 0 : jdk.feature() < 19;
    }
}
