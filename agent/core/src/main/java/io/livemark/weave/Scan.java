/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A first look at a class: which methods call {@code Mark}, and which of these are too large for a second look. */
final class Scan extends ClassVisitor {

    /** Entries of frames, of which each is a reference, in one method; the application waits while they are read. */
    private static final long MOST = 4_000_000;

    /** The names of the fields that the class declares. */
    final Set<String> fields = new HashSet<>();

    private final Map<String, Method> marked = new HashMap<>();

    private Scan() {
        super(Opcodes.ASM9);
    }

    static Scan of(ClassReader reader) {
        Scan scan = new Scan();
        reader.accept(scan, 0);
        return scan;
    }

    /** The methods that hold sites, by name and descriptor. */
    Set<String> marked() {
        return marked.keySet();
    }

    /** The sites of a method that is too large to be looked at again; null where it is not. */
    List<MarkedSite> sitesIfTooLarge(String method) {
        Method found = marked.get(method);
        return found != null && found.entries > MOST ? found.sites : null;
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        fields.add(name);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return new Method(name, descriptor);
    }

    private final class Method extends MethodVisitor {

        private final String name;
        private final String descriptor;
        private final List<MarkedSite> sites = new ArrayList<>();
        private long entries;
        private int locals;
        private int line;

        Method(String name, String descriptor) {
            super(Opcodes.ASM9);
            this.name = name;
            this.descriptor = descriptor;
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitFrame(int type, int inFrame, Object[] local, int onStack, Object[] stack) {
            locals = switch (type) {
                case Opcodes.F_APPEND -> locals + inFrame;
                case Opcodes.F_CHOP -> locals - inFrame;
                case Opcodes.F_FULL -> inFrame;
                default -> locals;
            };
            entries += locals + onStack;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
            if (SiteFinder.isCallToMark(owner, called, type)) {
                sites.add(
                        MarkedSite.unknown(called, name, line, Reason.Cause.NOT_UNDERSTOOD.because("it is too large")));
            }
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            // The state is kept at each site.
            entries += (long) sites.size() * (maxStack + maxLocals);
        }

        @Override
        public void visitEnd() {
            if (!sites.isEmpty()) {
                marked.put(name + descriptor, this);
            }
        }
    }
}
