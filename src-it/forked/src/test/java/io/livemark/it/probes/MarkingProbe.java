/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.probes;

import io.livemark.Probe;
import io.livemark.ProbeContext;
import io.livemark.Source;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;

/** Its source hits the mark that its handler is on, once. */
public final class MarkingProbe implements Source {

    private boolean hasMarked;

    public MarkingProbe(ProbeContext context) {
        context.source(this);
    }

    @Probe("life.turn")
    void turn(int n) {
        System.out.println("hit " + n);
    }

    @Override
    public boolean fill(ByteBuffer buffer) {
        if (!hasMarked) {
            hasMarked = true;
            try {
                Method turn = Class.forName("io.livemark.it.life.LifeTarget", true, ClassLoader.getSystemClassLoader())
                        .getDeclaredMethod("turn", int.class);
                turn.setAccessible(true);
                turn.invoke(null, 815);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            System.out.println("marked");
        }
        return false;
    }
}
