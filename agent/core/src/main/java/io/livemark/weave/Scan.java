/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A first look at a class: which methods call {@code Mark}, and whether what a second look takes is within bounds. */
final class Scan extends ClassVisitor {

    /** Entries of frames, of which each is a reference; the application waits while they are read. */
    static final long MOST = 4_000_000;

    /** Locals and stack of all methods, for each of which the reader makes room. */
    private static final long MOST_OF_ALL = 20_000_000;

    /** The names of the fields that the class declares. */
    final Set<String> fields = new HashSet<>();

    private final Map<String, Method> marked = new LinkedHashMap<>();
    private long room;
    private boolean isTooLarge;

    private Scan() {
        super(Opcodes.ASM9);
    }

    static Scan of(ClassReader reader) {
        Scan scan = new Scan();
        reader.accept(scan, ClassReader.SKIP_FRAMES);
        scan.isTooLarge = scan.room > MOST_OF_ALL;
        return scan;
    }

    /** The methods that hold sites, by name and descriptor. */
    Set<String> marked() {
        return marked.keySet();
    }

    boolean isTooLarge() {
        return isTooLarge;
    }

    /** The second look went out of bounds. */
    void tooLarge() {
        isTooLarge = true;
    }

    /** All sites of a class that is too large to be looked at again: where they are, and no more. */
    List<MarkedSite> sites() {
        return marked.values().stream().flatMap(method -> method.sites.stream()).toList();
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
        public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
            if (SiteFinder.isCallToMark(owner, called, type)) {
                sites.add(
                        MarkedSite.unknown(called, name, line, Reason.Cause.NOT_UNDERSTOOD.because("it is too large")));
            }
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            // The state at each site is kept.
            room += (maxStack + maxLocals) * (1L + 5L * sites.size());
        }

        @Override
        public void visitEnd() {
            if (!sites.isEmpty()) {
                marked.put(name + descriptor, this);
            }
        }
    }
}
