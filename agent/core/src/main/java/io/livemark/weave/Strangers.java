/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Classes whose class file nobody can see: hidden ones, which the JVM shows to no transformer, and such as were generated before
 * the agent came. Their constants tell whether they call {@code Mark}; which sites they hold is known when these are hit.
 */
final class Strangers {

    /** How many sites are registered by their hits; code that is generated over and over must not fill the memory. */
    private static final int MOST_FOUND = 1_000;

    /** What the JDK makes for lambdas, patterns and concatenations; these hold no code of the program. */
    private static final List<String> JDK_MADE =
            List.of("$$Lambda", "$$TypeSwitch", "$$StringConcat", "$$InjectedInvoker");

    private final Catalog catalog;
    private final Set<Class<?>> looked = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final AtomicInteger found = new AtomicInteger();
    private volatile boolean any;

    Strangers(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Whether a class was seen that calls {@code Mark}, and whose sites are not all known. */
    boolean any() {
        return any;
    }

    /** Looks at the hidden classes that have come since the last look. */
    void look(Class<?>[] loaded) {
        for (Class<?> type : loaded) {
            if (type.isHidden()
                    && LoadedClasses.isOfTheApplication(type)
                    && !isMadeByTheJdk(type.getName())
                    && looked.add(type)) {
                look(type);
            }
        }
    }

    private static boolean isMadeByTheJdk(String name) {
        for (String part : JDK_MADE) {
            if (name.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** Looks at a class without a class file. */
    void look(Class<?> type) {
        if (LivemarkClasses.names(type, Names.MARK)) {
            any = true;
        }
    }

    /** Registers a site that was hit; on any thread, and without a question to the application. */
    Weaver.Found found(StackWalker.StackFrame caller, MarkedSite.Kind kind, String text, int arguments) {
        Class<?> type = caller.getDeclaringClass();
        // Called by reflection: from no site at all.
        if (!LoadedClasses.isOfTheApplication(type) || found.get() >= MOST_FOUND) {
            return null;
        }
        MarkedClass known = catalog.get(type.getClassLoader(), type.getName());
        if (known != null && !isStranger(known)) {
            // All its sites are known; this one computes its spec, so it has no name that would hold.
            return null;
        }
        found.incrementAndGet();
        any = true;
        MarkedSite site = site(caller.getMethodName(), Math.max(0, caller.getLineNumber()), kind, text, arguments);
        MarkedClass stranger = new MarkedClass(
                type.getName(),
                type.getClassLoader(),
                new ClassVersion(List.of(), ClassFacts.NONE, new MarkedClass.LeftAlone(Reason.Cause.NO_FILE.alone())));
        stranger.type(type);
        MarkedClass owner = catalog.putIfAbsent(type.getClassLoader(), stranger);
        owner.add(site);
        catalog.changed();
        return new Weaver.Found(owner, site);
    }

    private static boolean isStranger(MarkedClass known) {
        return known.state() instanceof MarkedClass.LeftAlone left
                && left.reason().cause() == Reason.Cause.NO_FILE;
    }

    private static MarkedSite site(String method, int line, MarkedSite.Kind kind, String text, int arguments) {
        try {
            Spec spec = Spec.parse(text, arguments);
            List<String> types = Collections.nCopies(arguments, "java.lang.Object");
            SiteForm form = new SiteForm.Shim(Reason.Cause.NO_FILE.alone());
            return new MarkedSite(kind, text, spec.name(), spec.fields(), types, method, line, form);
        } catch (Spec.Malformed e) {
            SiteForm form = new SiteForm.Unreachable(Reason.Cause.MALFORMED.because(e.getMessage()));
            return new MarkedSite(kind, text, text, List.of(), List.of(), method, line, form);
        }
    }
}
