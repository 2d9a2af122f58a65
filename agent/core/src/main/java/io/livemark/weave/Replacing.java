/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;

/**
 * Replaces loaded classes, by woven ones or by what they were, as far as that harms neither them nor what runs in them; and looks
 * who still runs what was replaced. Stops the JVM for moments. Used by one thread at a time, which holds the monitor of the weaver.
 */
final class Replacing {

    private final Instrumentation instrumentation;
    private final Catalog catalog;
    private final Sweep sweep;
    private final ReasonLog reasons;
    private final Retransformer retransformer;
    private final Logger log;

    /** Who is in {@link #reach}, and need not be told of the classes that are being replaced. */
    private volatile Thread reaching;

    Replacing(Instrumentation instrumentation, Catalog catalog, Sweep sweep, ReasonLog reasons, Logger log) {
        this.instrumentation = instrumentation;
        this.catalog = catalog;
        this.sweep = sweep;
        this.reasons = reasons;
        this.retransformer = new Retransformer(instrumentation);
        this.log = log;
    }

    /** Whether this thread is replacing classes just now. */
    boolean isByThisThread() {
        return Thread.currentThread() == reaching;
    }

    /**
     * As {@link Weaver#reach}.
     *
     * @return how many were retransformed
     */
    int reach(Collection<MarkedClass> needed) {
        Map<Class<?>, MarkedClass> batch = new IdentityHashMap<>();
        Preflight preflight = null;
        for (MarkedClass marked : needed) {
            if (marked.state() instanceof MarkedClass.Unwoven) {
                preflight = preflight == null ? Preflight.now() : preflight;
                Class<?> type = marked.type();
                Reason objection = type == null || !instrumentation.isModifiableClass(type)
                        ? Reason.Cause.NOT_MODIFIABLE.alone()
                        : preflight.objection(marked);
                if (objection == null) {
                    batch.put(type, marked);
                } else {
                    marked.state(new MarkedClass.LeftAlone(objection));
                }
            }
        }
        // Mark goes along: whatever calls it later, an old frame or a class that nobody has seen, is then within reach.
        List<Class<?>> classes = new ArrayList<>(batch.keySet());
        classes.addAll(sweep.takePlainMarks());
        int done = classes.isEmpty() ? 0 : retransform(classes, batch);
        recheck();
        reasons.tellAll(needed);
        return done;
    }

    private int retransform(List<Class<?>> classes, Map<Class<?>, MarkedClass> batch) {
        reaching = Thread.currentThread();
        try {
            int done = retransformer.run(classes, (type, e) -> {
                log.warn("{} could not be retransformed", type.getName(), e);
                MarkedClass marked = batch.get(type);
                if (marked == null) {
                    catalog.note("sites that need the shim are out of reach: Mark could not be retransformed: " + e);
                } else {
                    marked.state(new MarkedClass.LeftAlone(Reason.Cause.NOT_RETRANSFORMED.because(e)));
                }
            });
            batch.values().forEach(MarkedClass::taken);
            batch.values().stream()
                    .filter(marked -> marked.state() instanceof MarkedClass.Unwoven)
                    .forEach(marked ->
                            marked.state(new MarkedClass.LeftAlone(Reason.Cause.FAILED.because("see the notes"))));
            return done;
        } finally {
            reaching = null;
        }
    }

    /** As {@link Weaver#recheck}. */
    boolean recheck() {
        Map<MarkedClass, List<ClassVersion>> replaced = new LinkedHashMap<>();
        for (MarkedClass marked : catalog.all()) {
            List<ClassVersion> versions = marked.replaced();
            if (!versions.isEmpty() || marked.hasOldFrames()) {
                replaced.put(marked, versions);
            }
        }
        if (replaced.isEmpty()) {
            return false;
        }
        // After it is known what was replaced: a thread that enters now runs the new version.
        Stacks stacks = Stacks.now();
        boolean changed = false;
        for (Map.Entry<MarkedClass, List<ClassVersion>> entry : replaced.entrySet()) {
            changed |= entry.getKey().look(entry.getValue(), stacks);
            reasons.tell(entry.getKey());
        }
        return changed;
    }

    /**
     * Gives woven classes their original bytes back; as {@link Weaver#uninstall}, once nothing is woven any more.
     *
     * @return how many
     */
    int giveBack(Collection<String> left) {
        Remains remains = new Remains();
        List<Class<?>> classes = new ArrayList<>(catalog.wovenMarks());
        Preflight preflight = null;
        for (MarkedClass marked : catalog.all()) {
            Class<?> type = marked.version().isWoven() ? marked.type() : null;
            if (type != null) {
                preflight = preflight == null ? Preflight.now() : preflight;
                Reason objection = preflight.objectionToGivingBack(marked);
                if (objection == null) {
                    classes.add(type);
                } else {
                    remains.add(type, objection.sentence());
                }
            }
        }
        int restored = retransformer.run(classes, (type, e) -> remains.add(type, e.toString()));
        left.addAll(remains.sentences());
        return restored;
    }
}
