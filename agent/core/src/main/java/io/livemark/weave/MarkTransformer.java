/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.slf4j.Logger;

/**
 * Weaves classes as they are defined, and again whenever they are retransformed.
 *
 * <p>Called on application threads in the middle of class loading. The JVM treats an exception like null and tells nobody; so
 * what goes wrong is noted once, and the class is left as it is.
 */
final class MarkTransformer implements ClassFileTransformer {

    private final Catalog catalog;
    private final Logger log;

    MarkTransformer(Catalog catalog, Logger log) {
        this.catalog = catalog;
        this.log = log;
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] file) {
        try {
            if (name == null || LoadedClasses.isLivemarks(loader)) {
                return null;
            }
            if (name.equals(Names.MARK)) {
                return MarkShim.weave(file);
            }
            if (!ConstantPool.namesMark(file)) {
                return null;
            }
            String className = name.replace('/', '.');
            return redefined == null ? define(loader, className, file) : retransform(loader, className, file);
        } catch (Throwable e) {
            catalog.note(name.replace('/', '.') + " was left as it is: " + e);
            log.warn("{} was left as it is", name, e);
            return null;
        }
    }

    private byte[] define(ClassLoader loader, String name, byte[] file) {
        MarkedClass.State state = new MarkedClass.Woven(false);
        ClassWeaver.Woven woven;
        try {
            woven = ClassWeaver.weave(file, loader);
        } catch (RuntimeException e) {
            woven = new ClassWeaver.Woven(null, ClassWeaver.sites(file));
            state = new MarkedClass.LeftAlone(Reason.Cause.FAILED.because(e.getMessage()));
        }
        if (!woven.sites().isEmpty()) {
            catalog.put(loader, new MarkedClass(name, loader, woven.sites(), ClassFacts.of(file), state));
        }
        return woven.file();
    }

    private byte[] retransform(ClassLoader loader, String name, byte[] file) {
        MarkedClass marked = catalog.get(loader, name);
        if (marked == null || !(marked.state() instanceof MarkedClass.Woven)) {
            return null;
        }
        try {
            return ClassWeaver.weave(file, loader).file();
        } catch (RuntimeException e) {
            // The JVM is content with a class that stays as it is; the sites must not be taken for woven.
            marked.state(new MarkedClass.LeftAlone(Reason.Cause.FAILED.because(e.getMessage())));
            return null;
        }
    }
}
