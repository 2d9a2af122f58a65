/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import io.livemark.weave.Reason.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the sites of a class file and weaves them. Methods without a site are copied byte for byte; the constants keep their
 * places, new ones are added at the end. What does not fit is left to the shim: a method, or the class.
 */
public final class ClassWeaver {

    private static final int API = Opcodes.ASM9;

    /** The application waits meanwhile, and each round reads the whole class. */
    private static final int MOST_ROUNDS = 8;

    private final ClassReader reader;
    private final Slots slots;
    private final SiteFinder finder;
    private final Scan scan;

    /** The methods that are not to be woven, by name and descriptor. */
    private final Map<String, Reason> left = new HashMap<>();

    private ClassWeaver(byte[] file, ClassLoader loader) {
        this.reader = ClassFile.reader(file);
        this.slots = new Slots(loader, reader.getClassName().replace('/', '.'));
        this.scan = Scan.of(file, reader);
        this.finder = new SiteFinder(reader.getClassName(), ClassFile.version(file), scan.fields);
    }

    /**
     * Finds the sites of a class.
     *
     * @param file its class file
     * @return its sites, in the order of the file
     * @throws RuntimeException where the file is malformed
     */
    public static List<MarkedSite> sites(byte[] file) {
        return look(file).sites();
    }

    /**
     * Looks at a class.
     *
     * @param file its class file
     * @return its sites and facts, and no file
     * @throws RuntimeException where the file is malformed
     */
    static Woven look(byte[] file) {
        if (!ConstantPool.namesMark(file)) {
            return Woven.NOTHING;
        }
        try {
            ClassWeaver weaver = new ClassWeaver(file, null);
            return weaver.woven(null, weaver.sites());
        } catch (StackOverflowError | AssertionError e) {
            throw malformed(e);
        }
    }

    /**
     * Weaves a class.
     *
     * @param file its class file
     * @param loader the loader of the class; null for the bootstrap loader
     * @return the woven file and its sites; a file of null where nothing is to be woven
     * @throws RuntimeException where the file is malformed
     */
    public static Woven weave(byte[] file, ClassLoader loader) {
        if (!ConstantPool.namesMark(file)) {
            return Woven.NOTHING;
        }
        try {
            ClassWeaver weaver = new ClassWeaver(file, loader);
            if (ClassFile.isTooNew(file)) {
                weaver.leaveAll(Cause.NEW_CLASS_FILE.because(ClassFile.version(file)));
            }
            return weaver.weave();
        } catch (StackOverflowError | AssertionError e) {
            throw malformed(e);
        }
    }

    /** ASM throws errors, too, at descriptors that are none, and at what is nested too deeply. */
    private static IllegalArgumentException malformed(Error e) {
        return new IllegalArgumentException("the class file is malformed", e);
    }

    private List<MarkedSite> sites() {
        List<MarkedSite> sites = scan.isTooLarge() ? List.of() : run(null);
        return scan.isTooLarge() ? scan.sites() : sites;
    }

    /** Each round leaves a method more to the shim, and the last one all of them. */
    private Woven weave() {
        for (int rounds = 0; !scan.isTooLarge(); rounds++) {
            ClassWriter writer = new ClassWriter(reader, 0);
            List<MarkedSite> sites = run(writer);
            if (scan.isTooLarge()) {
                break;
            }
            if (!anyToBeWoven(sites)) {
                return woven(null, sites);
            }
            try {
                return woven(writer.toByteArray(), sites);
            } catch (MethodTooLargeException e) {
                Reason reason = Cause.TOO_LARGE.because(e.getCodeSize() + " bytes of code");
                left.put(e.getMethodName() + e.getDescriptor(), reason);
                if (rounds == MOST_ROUNDS) {
                    leaveAll(reason);
                }
            } catch (ClassTooLargeException e) {
                leaveAll(Cause.TOO_LARGE.because(e.getConstantPoolCount() + " constants"));
            }
        }
        return woven(null, scan.sites());
    }

    private Woven woven(byte[] file, List<MarkedSite> sites) {
        return new Woven(file, sites, scan.facts());
    }

    private static boolean anyToBeWoven(List<MarkedSite> sites) {
        for (MarkedSite site : sites) {
            if (site.isToBeWoven()) {
                return true;
            }
        }
        return false;
    }

    private void leaveAll(Reason reason) {
        scan.marked().forEach(method -> left.put(method, reason));
    }

    private List<MarkedSite> run(ClassWriter writer) {
        List<MarkedSite> sites = new ArrayList<>();
        ClassVisitor visitor = new ClassVisitor(API, writer) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String desc, String signature, String[] exceptions) {
                MethodVisitor out = super.visitMethod(access, name, desc, signature, exceptions);
                // The writer's own visitor, handed out as it is, makes the reader copy the method without looking into
                // it.
                return scan.marked().contains(name + desc)
                        ? new MarkedMethod(access, name, desc, signature, exceptions, out, sites)
                        : out;
            }
        };
        reader.accept(visitor, hasFrames() ? ClassReader.EXPAND_FRAMES : ClassReader.SKIP_FRAMES);
        return sites;
    }

    /**
     * Before version 50 the JVM does not look at frames, so those that are there may be wrong. At version 50 they may be wrong too:
     * then it does without them, and so must we where they cannot even be read.
     */
    private boolean hasFrames() {
        int version = reader.readUnsignedShort(6);
        if (version != Opcodes.V1_6) {
            return version > Opcodes.V1_6;
        }
        try {
            reader.accept(
                    new ClassVisitor(API) {
                        @Override
                        public MethodVisitor visitMethod(
                                int access, String name, String desc, String signature, String[] exceptions) {
                            return scan.marked().contains(name + desc) ? new MethodVisitor(API) {} : null;
                        }
                    },
                    ClassReader.EXPAND_FRAMES);
            return true;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    /**
     * A class after weaving.
     *
     * @param file the woven class file; null where it is as it was
     * @param sites all sites, woven or not
     * @param facts what decides whether the class may be retransformed; null where the file does not name {@code Mark}, and so
     *     was not looked at
     */
    public record Woven(byte[] file, List<MarkedSite> sites, ClassFacts facts) {

        private static final Woven NOTHING = new Woven(null, List.of(), null);
    }

    private final class MarkedMethod extends MethodNode {

        private final MethodVisitor out;
        private final List<MarkedSite> sites;
        private long entries;

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
        public void visitFrame(int type, int locals, Object[] local, int values, Object[] stack) {
            entries += locals + values;
            if (entries > Scan.MOST) {
                scan.tooLarge();
            } else {
                // The reader's arrays are as long as a frame of this method may get, and would be copied whole.
                super.visitFrame(type, locals, Arrays.copyOf(local, locals), values, Arrays.copyOf(stack, values));
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.NEW) {
                // A frame names an object that is not initialised yet by the label of its "new"; ours may be the first
                // to.
                visitLabel(new Label());
            }
            super.visitTypeInsn(opcode, type);
        }

        @Override
        public void visitEnd() {
            if (scan.isTooLarge()) {
                return;
            }
            SiteWeaver weaver = new SiteWeaver(this);
            for (FoundSite found : finder.find(this)) {
                boolean isToBeWoven = out != null && found.site().isToBeWoven();
                sites.add(isToBeWoven ? weave(found, weaver) : found.site());
            }
            if (out != null) {
                accept(out);
            }
        }

        private MarkedSite weave(FoundSite found, SiteWeaver weaver) {
            MarkedSite site = found.site();
            Reason why = left.get(name + desc);
            if (why == null && weaver.isTooDeep(site)) {
                why = Cause.TOO_LARGE.because(maxStack + " slots of stack");
            }
            if (why != null) {
                return site.as(new SiteForm.Shim(why));
            }
            Linkage linkage = site.form() instanceof SiteForm.Flag ? slots.linkage(site) : new Linkage.Dynamic(site);
            if (linkage == null) {
                return site.as(new SiteForm.Shim(
                        Cause.NO_SLOT.because(site.form().reason().detail())));
            }
            weaver.weave(found, linkage);
            return site;
        }
    }
}
