/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * The transformer that the JVM knows. It can be there before the weaver is, so the application's start waits only for this; until
 * the weaver is ready, threads that define classes with marks wait here, and all others pass.
 */
public final class Door implements ClassFileTransformer {

    private final Gate gate;
    private volatile ClassFileTransformer weaver;
    private boolean open;

    /** A door that is shut, in nobody's way. */
    public Door() {
        this(new Gate());
    }

    Door(Gate gate) {
        this.gate = gate;
    }

    /**
     * Has the JVM bring every class that is defined from now on. Does nothing where it does.
     *
     * @param instrumentation of the JVM
     */
    public synchronized void open(Instrumentation instrumentation) {
        if (!open) {
            // Initialised now: we would meet it half initialised, for classes that its initialiser loads.
            ConstantPool.namesMark(new byte[0]);
            instrumentation.addTransformer(this, true);
            open = true;
        }
    }

    /** {@return whether classes come} */
    public synchronized boolean isOpen() {
        return open;
    }

    /**
     * Shuts it for good. Who is waiting goes on with the class as it is.
     *
     * @param instrumentation of the JVM
     */
    public synchronized void close(Instrumentation instrumentation) {
        instrumentation.removeTransformer(this);
        gate.shut();
    }

    /** Who may weave, and when; the weaver opens it. */
    Gate gate() {
        return gate;
    }

    void leadTo(ClassFileTransformer transformer) {
        weaver = transformer;
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] file)
            throws IllegalClassFormatException {
        ClassFileTransformer behind = weaver;
        if (behind == null) {
            if (!ConstantPool.namesMark(file) || LoadedClasses.isLivemarks(loader) || !gate.enter()) {
                return null;
            }
            gate.leave();
            behind = weaver;
        }
        return behind.transform(loader, name, redefined, domain, file);
    }
}
