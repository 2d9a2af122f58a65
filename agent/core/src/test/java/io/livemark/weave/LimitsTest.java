/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static io.livemark.weave.HandMade.NAME;
import static io.livemark.weave.HandMade.box;
import static io.livemark.weave.HandMade.file;
import static io.livemark.weave.HandMade.hits;
import static io.livemark.weave.HandMade.mark;
import static io.livemark.weave.HandMade.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.livemark.weave.marked.MarkWithArguments;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** What does not fit into a class file any more once it is woven, or is not known to the weaver. */
class LimitsTest {

    @Test
    void a_method_that_would_be_too_large_is_left_to_the_shim_and_the_others_are_woven() throws Exception {
        byte[] file = ClassFiles.compile(NAME, """
                        public class Unusual {
                            static void large() { %s }
                            public static void run(int a) { io.livemark.Mark.mark("small a={}", a); }
                        }
                        """.formatted("io.livemark.Mark.mark(\"large\");".repeat(8_000)))
                .get(NAME);
        ClassWeaver.Woven woven = ClassWeaver.weave(file, null);
        for (MarkedSite site : woven.sites()) {
            boolean small = site.marker().equals("small");
            assertEquals(small ? "guarded" : "shim", site.form().word());
            assertEquals(
                    small ? Reason.Cause.NONE : Reason.Cause.TOO_LARGE,
                    site.form().reason().cause());
        }
        assertEquals(List.of("7"), hits("small", woven.file(), 7));
    }

    @Test
    void a_class_without_room_for_more_constants_is_left_to_the_shim() {
        ClassWriter writer = new ClassWriter(0);
        for (int i = 0; i < 65_500; i++) {
            writer.newConst(i);
        }
        byte[] file = file(Opcodes.V17, writer, method -> {
            method.visitLdcInsn("full a={}");
            method.visitVarInsn(Opcodes.ILOAD, 0);
            box(method);
            mark(method, "(Ljava/lang/String;Ljava/lang/Object;)V");
        });
        ClassWeaver.Woven woven = ClassWeaver.weave(file, null);
        assertNull(woven.file());
        assertEquals(
                Reason.Cause.TOO_LARGE, woven.sites().get(0).form().reason().cause());
    }

    @Test
    void a_stack_without_room_for_more_is_left_to_the_shim() {
        byte[] file = file(Opcodes.V17, method -> {
            for (int i = 0; i < 65_533; i++) {
                method.visitInsn(Opcodes.ICONST_0);
            }
        });
        assertEquals(List.of(), ClassWeaver.sites(file));
        byte[] deep = file(Opcodes.V17, method -> {
            for (int i = 0; i < 32_766; i++) {
                method.visitInsn(Opcodes.LCONST_0);
            }
            method.visitLdcInsn("deep a={}");
            method.visitVarInsn(Opcodes.ILOAD, 0);
            box(method);
            mark(method, "(Ljava/lang/String;Ljava/lang/Object;)V");
        });
        ClassWeaver.Woven woven = ClassWeaver.weave(deep, null);
        assertNull(woven.file());
        assertEquals(
                Reason.Cause.TOO_LARGE, woven.sites().get(0).form().reason().cause());
    }

    @Test
    void many_sites_in_a_method_need_no_more_stack_than_one() {
        byte[] file = file(Opcodes.V17, method -> {
            for (int i = 0; i < 1_000; i++) {
                method.visitLdcInsn("long a={}");
                method.visitVarInsn(Opcodes.ILOAD, 0);
                box(method);
                mark(method, "(Ljava/lang/String;Ljava/lang/Object;)V");
            }
        });
        MethodNode[] woven = new MethodNode[1];
        new ClassReader(ClassWeaver.weave(file, null).file())
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String signature, String[] exceptions) {
                                woven[0] = new MethodNode(Opcodes.ASM9, access, name, type, signature, exceptions);
                                return woven[0];
                            }
                        },
                        0);
        assertEquals(4, woven[0].maxStack);
    }

    @Test
    void a_class_that_takes_too_much_memory_to_read_is_left_as_it_is_and_its_sites_are_listed() {
        ClassWriter writer = new ClassWriter(0);
        byte[] file = file(Opcodes.V17, writer, method -> {
            for (int i = 0; i < 400; i++) {
                MethodVisitor large = writer.visitMethod(Opcodes.ACC_STATIC, "large" + i, "()V", null, null);
                large.visitInsn(Opcodes.RETURN);
                large.visitMaxs(0, 65_535);
                large.visitEnd();
            }
            method.visitLdcInsn("first");
            mark(method, "(Ljava/lang/String;)V");
        });
        ClassWeaver.Woven woven = ClassWeaver.weave(file, null);
        assertNull(woven.file());
        assertEquals(ClassWeaver.sites(file), woven.sites());
        assertEquals(
                List.of(new SiteForm.Unreachable(Reason.Cause.NOT_UNDERSTOOD.because("it is too large"))),
                woven.sites().stream().map(MarkedSite::form).toList());
    }

    @Test
    void a_class_file_that_is_too_new_is_left_to_the_shim() {
        byte[] file = ClassFiles.of(MarkWithArguments.class);
        List<String> reachable = ClassWeaver.sites(file).stream()
                .filter(MarkedSite::isReachable)
                .map(MarkedSite::marker)
                .toList();
        file[7] = 99;
        ClassWeaver.Woven woven = ClassWeaver.weave(file, null);
        assertNull(woven.file());
        List<MarkedSite> sites =
                woven.sites().stream().filter(MarkedSite::isReachable).toList();
        assertEquals(reachable, sites.stream().map(MarkedSite::marker).toList());
        assertEquals(
                new SiteForm.Shim(Reason.Cause.NEW_CLASS_FILE.because(99)),
                sites.get(0).form());
    }

    @Test
    void a_hundred_long_fields_can_be_passed_and_not_one_more() throws Exception {
        MarkedSite most = manyFields(100);
        assertEquals(new SiteForm.Guarded(), most.form());
        assertEquals(
                new SiteForm.Unreachable(Reason.Cause.MALFORMED.because("the spec has more than 100 fields")),
                manyFields(101).form());
    }

    @Test
    void a_jump_that_gets_too_long_is_made_longer() throws Exception {
        byte[] file = file(Opcodes.V17, method -> {
            Label end = new Label();
            Label loop = new Label();
            Object[] locals = {Opcodes.INTEGER};
            method.visitLabel(loop);
            method.visitFrame(Opcodes.F_NEW, 1, locals, 0, new Object[0]);
            method.visitVarInsn(Opcodes.ILOAD, 0);
            method.visitJumpInsn(Opcodes.IFEQ, end);
            method.visitIincInsn(0, -1);
            for (int i = 0; i < 4_000; i++) {
                method.visitLdcInsn("long a={}");
                method.visitVarInsn(Opcodes.ILOAD, 0);
                method.visitMethodInsn(
                        Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
                mark(method, "(Ljava/lang/String;Ljava/lang/Object;)V");
            }
            method.visitJumpInsn(Opcodes.GOTO, loop);
            method.visitLabel(end);
            method.visitFrame(Opcodes.F_NEW, 1, locals, 0, new Object[0]);
        });
        run(ClassWeaver.weave(file, null).file(), 3);
    }

    private static MarkedSite manyFields(int count) throws Exception {
        String arguments = IntStream.range(0, count).mapToObj(i -> ", a + " + i).collect(Collectors.joining());
        String source = "public class Unusual { public static void run(int n) { long a = n; io.livemark.Mark.mark(\""
                + SpecTest.withFields(count) + "\"" + arguments + "); } }";
        byte[] file = ClassFiles.compile(NAME, source).get(NAME);
        byte[] woven = ClassWeaver.weave(file, null).file();
        if (woven != null) {
            run(woven, 1);
            LivemarkBridge.marker("many").arm(true, 1);
            run(woven, 1);
            LivemarkBridge.marker("many").arm(false, 2);
        }
        return ClassWeaver.sites(file).get(0);
    }
}
