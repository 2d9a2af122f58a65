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
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the sites of a class file and weaves them. Methods without a site are copied byte for byte; the constants keep their
 * places, new ones are added at the end.
 */
public final class ClassWeaver {

    private static final int API = Opcodes.ASM9;

    private final ClassReader reader;
    private final Set<String> fields = new HashSet<>();
    private final SiteFinder finder;

    private ClassWeaver(byte[] file) {
        this.reader = new ClassReader(file);
        this.finder = new SiteFinder(reader.getClassName(), reader.readUnsignedShort(6), fields);
    }

    /**
     * Finds the sites of a class.
     *
     * @param file its class file
     * @return its sites, in the order of the file
     * @throws RuntimeException where the file is malformed, or newer than is known here
     */
    public static List<MarkedSite> sites(byte[] file) {
        if (!ConstantPool.namesMark(file)) {
            return List.of();
        }
        ClassWeaver weaver = new ClassWeaver(file);
        return weaver.run(null);
    }

    /**
     * Weaves a class.
     *
     * @param file its class file
     * @return the woven file and its sites; a file of null where nothing is to be woven
     * @throws RuntimeException where the file is malformed, newer than is known here, or too large once woven
     */
    public static Woven weave(byte[] file) {
        if (!ConstantPool.namesMark(file)) {
            return new Woven(null, List.of());
        }
        ClassWeaver weaver = new ClassWeaver(file);
        ClassWriter writer = new ClassWriter(weaver.reader, 0);
        List<MarkedSite> sites = weaver.run(writer);
        boolean changed = sites.stream().anyMatch(site -> new FoundSite(site, null).isToBeWoven());
        return new Woven(changed ? writer.toByteArray() : null, sites);
    }

    private List<MarkedSite> run(ClassWriter writer) {
        Set<String> marked = scan();
        List<MarkedSite> sites = new ArrayList<>();
        ClassVisitor visitor = new ClassVisitor(API, writer) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String desc, String signature, String[] exceptions) {
                MethodVisitor out = super.visitMethod(access, name, desc, signature, exceptions);
                // The writer's own visitor, handed out as it is, makes the reader copy the method without looking into
                // it.
                return marked.contains(name + desc)
                        ? new MarkedMethod(access, name, desc, signature, exceptions, out, sites)
                        : out;
            }
        };
        reader.accept(visitor, ClassReader.EXPAND_FRAMES);
        return sites;
    }

    /** The names and descriptors of the methods that hold a site; also collects the fields. */
    private Set<String> scan() {
        Set<String> marked = new HashSet<>();
        ClassVisitor visitor = new ClassVisitor(API) {
            @Override
            public FieldVisitor visitField(int access, String name, String desc, String signature, Object value) {
                fields.add(name);
                return null;
            }

            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String desc, String signature, String[] exceptions) {
                return new MethodVisitor(API) {
                    @Override
                    public void visitMethodInsn(
                            int opcode, String owner, String called, String type, boolean isInterface) {
                        if (SiteFinder.isCallToMark(owner, called, type)) {
                            marked.add(name + desc);
                        }
                    }
                };
            }
        };
        reader.accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return marked;
    }

    /**
     * A class after weaving.
     *
     * @param file the woven class file; null where it is as it was
     * @param sites all sites, woven or not
     */
    public record Woven(byte[] file, List<MarkedSite> sites) {}

    private final class MarkedMethod extends MethodNode {

        private final MethodVisitor out;
        private final List<MarkedSite> sites;

        MarkedMethod(
                int access,
                String name,
                String desc,
                String signature,
                String[] exceptions,
                MethodVisitor out,
                List<MarkedSite> sites) {
            super(API, access, name, desc, signature, exceptions);
            this.out = out;
            this.sites = sites;
        }

        @Override
        public void visitEnd() {
            // A frame names an object that is not initialised yet by the label of its "new"; ours may be the first to.
            for (AbstractInsnNode instruction : instructions.toArray()) {
                if (instruction.getOpcode() == Opcodes.NEW) {
                    instructions.insertBefore(instruction, new LabelNode());
                }
            }
            SiteWeaver weaver = new SiteWeaver(this);
            for (FoundSite found : finder.find(this)) {
                sites.add(found.site());
                if (out != null && found.isToBeWoven()) {
                    weaver.weave(found);
                }
            }
            if (out != null) {
                accept(out);
            }
        }
    }
}
