/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The sites of ours in a class file that was woven before it came to us: captured behind us by another agent, which now redefines
 * the class with it. Weaving finds no call of {@code Mark} in it; what the sites are is known from the time when it did.
 */
final class WovenSites {

    private final Set<Hit> hits = new HashSet<>();
    private final Set<Hit> guards = new HashSet<>();

    /** Methods that reach the bridge through slots; which sites they hold, the code does not say. */
    private final Set<String> slotted = new HashSet<>();

    private record Hit(String method, String marker, int line) {}

    private WovenSites() {}

    static WovenSites of(byte[] file) {
        WovenSites found = new WovenSites();
        if (ConstantPool.namesBridge(file)) {
            ClassFile.reader(file).accept(found.visitor(), ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
        }
        return found;
    }

    /** Those of some sites that are in the file, woven. */
    List<MarkedSite> among(List<MarkedSite> known) {
        List<MarkedSite> kept = new ArrayList<>(known);
        kept.removeIf(site -> !site.isToBeWoven() || !holds(site));
        return kept;
    }

    private boolean holds(MarkedSite site) {
        return site.form() instanceof SiteForm.Flag
                ? slotted.contains(site.method())
                : site.kind() == MarkedSite.Kind.ARMED
                        ? guards.contains(new Hit(site.method(), site.marker(), 0))
                        : hits.contains(new Hit(site.method(), site.marker(), site.line()));
    }

    private ClassVisitor visitor() {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String desc, String signature, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitInvokeDynamicInsn(
                            String called, String type, Handle bootstrap, Object... constants) {
                        if (bootstrap.equals(Names.GUARD)) {
                            guards.add(new Hit(name, (String) constants[0], 0));
                        } else if (bootstrap.getOwner().equals(Names.BRIDGE)) {
                            hit(constants);
                        }
                    }

                    @Override
                    public void visitMethodInsn(int opcode, String owner, String called, String type, boolean itf) {
                        if (owner.equals(Names.SLOTS)) {
                            slotted.add(name);
                        }
                    }
                };
            }
        };
    }

    /** As {@code SiteWeaver} makes it: marker first, method and line last. */
    private void hit(Object[] constants) {
        int last = constants.length - 1;
        if (last > 1 && constants[last] instanceof Integer line) {
            hits.add(new Hit((String) constants[last - 1], (String) constants[0], line));
        }
    }
}
