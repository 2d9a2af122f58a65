/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livemark.Mark;
import io.livemark.weave.marked.MarkWithArguments;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that are large, old, or made by something else than javac. */
class UnusualBytecodeTest {

    private static final String NAME = "Unusual";

    @Test
    void two_marks_whose_tails_were_merged_are_left_to_the_shim() throws Exception {
        byte[] file = file(Opcodes.V17, method -> {
            Label other = new Label();
            Label tail = new Label();
            method.visitVarInsn(Opcodes.ILOAD, 0);
            method.visitJumpInsn(Opcodes.IFEQ, other);
            method.visitLdcInsn("merged a={}");
            method.visitLdcInsn("one");
            method.visitJumpInsn(Opcodes.GOTO, tail);
            method.visitLabel(other);
            method.visitFrame(Opcodes.F_NEW, 1, new Object[] {Opcodes.INTEGER}, 0, new Object[0]);
            method.visitLdcInsn("merged a={}");
            method.visitLdcInsn("other");
            method.visitLabel(tail);
            Object[] stack = {"java/lang/String", "java/lang/String"};
            method.visitFrame(Opcodes.F_NEW, 1, new Object[] {Opcodes.INTEGER}, 2, stack);
            mark(method, "(Ljava/lang/String;Ljava/lang/Object;)V");
        });
        MarkedSite site = ClassWeaver.sites(file).get(0);
        assertEquals(new SiteForm.Shim(Reason.Cause.JUMP.alone()), site.form());
        assertNull(ClassWeaver.weave(file).file());
        run(file, 0);
    }

    @Test
    void a_method_that_would_be_too_large_is_refused_and_its_class_with_it() {
        byte[] file = file(Opcodes.V17, method -> {
            for (int i = 0; i < 8_000; i++) {
                method.visitLdcInsn("large");
                mark(method, "(Ljava/lang/String;)V");
                method.visitInsn(Opcodes.NOP);
            }
        });
        assertEquals(8_000, ClassWeaver.sites(file).size());
        assertThrows(MethodTooLargeException.class, () -> ClassWeaver.weave(file));
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
        run(ClassWeaver.weave(file).file(), 3);
    }

    @Test
    void class_files_before_invokedynamic_are_left_to_the_shim() {
        for (int version : new int[] {Opcodes.V1_4, Opcodes.V1_5, Opcodes.V1_6}) {
            byte[] file = file(version, method -> {
                method.visitLdcInsn("old");
                mark(method, "(Ljava/lang/String;)V");
            });
            SiteForm expected = new SiteForm.Shim(Reason.Cause.OLD_CLASS_FILE.because(version));
            assertEquals(expected, ClassWeaver.sites(file).get(0).form());
            assertNull(ClassWeaver.weave(file).file());
        }
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
    void dead_code_is_not_woven() {
        byte[] file = file(Opcodes.V1_7, method -> {
            method.visitInsn(Opcodes.RETURN);
            method.visitFrame(Opcodes.F_NEW, 1, new Object[] {Opcodes.INTEGER}, 0, new Object[0]);
            method.visitLdcInsn("dead");
            mark(method, "(Ljava/lang/String;)V");
        });
        // There is a frame, so the state is known; the verifier wants it sound.
        assertEquals(new SiteForm.Guarded(), ClassWeaver.sites(file).get(0).form());
        run(ClassWeaver.weave(file).file(), 1);
    }

    @Test
    void a_second_weaving_finds_nothing_to_weave() {
        byte[] woven = ClassWeaver.weave(ClassFiles.of(MarkWithArguments.class)).file();
        List<MarkedSite> left = ClassWeaver.sites(woven);
        assertEquals(
                ClassWeaver.sites(ClassFiles.of(MarkWithArguments.class)).stream()
                        .filter(site -> !new FoundSite(site, null).isToBeWoven())
                        .map(MarkedSite::marker)
                        .toList(),
                left.stream().map(MarkedSite::marker).toList());
        assertNull(ClassWeaver.weave(woven).file());
    }

    @Test
    void methods_without_a_site_keep_their_bytes() {
        byte[] file = ClassFiles.compile(NAME, """
                        class Unusual {
                            void marked(long a) { io.livemark.Mark.mark("keep a={}", a); }
                            int plain(int a) { for (int i = 0; i < a; i++) { a += "text".length(); } return a; }
                        }
                        """).get(NAME);
        assertArrayEquals(code(file, "plain"), code(ClassWeaver.weave(file).file(), "plain"));
    }

    private static MarkedSite manyFields(int count) throws Exception {
        String arguments = IntStream.range(0, count).mapToObj(i -> ", a + " + i).collect(Collectors.joining());
        String source = "public class Unusual { public static void run(int n) { long a = n; io.livemark.Mark.mark(\""
                + SpecTest.withFields(count) + "\"" + arguments + "); } }";
        byte[] file = ClassFiles.compile(NAME, source).get(NAME);
        byte[] woven = ClassWeaver.weave(file).file();
        if (woven != null) {
            run(woven, 1);
            LivemarkBridge.marker("many").arm(true, 1);
            run(woven, 1);
            LivemarkBridge.marker("many").arm(false, 2);
        }
        return ClassWeaver.sites(file).get(0);
    }

    private static byte[] file(int version, Consumer<MethodVisitor> body) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(version, Opcodes.ACC_PUBLIC, NAME, null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", "(I)V", null, null);
        method.visitCode();
        body.accept(method);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        return writer.toByteArray();
    }

    private static void mark(MethodVisitor method, String type) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, Names.MARK, "mark", type, false);
    }

    private static void run(byte[] file, int argument) {
        ClassLoader loader = new ClassLoader(Mark.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) {
                return defineClass(name, file, 0, file.length);
            }
        };
        try {
            Method method = loader.loadClass(NAME).getMethod("run", int.class);
            method.invoke(null, argument);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The method_info of a method without attributes of its own but the code, by its name's place in the constants. */
    private static byte[] code(byte[] file, String wanted) {
        ClassReader reader = new ClassReader(file);
        char[] buffer = new char[reader.getMaxStringLength()];
        int at = reader.header + 6;
        at += 2 + 2 * reader.readUnsignedShort(at);
        if (reader.readUnsignedShort(at) != 0) {
            throw new AssertionError("no fields are expected");
        }
        int methods = reader.readUnsignedShort(at + 2);
        at += 4;
        for (int i = 0; i < methods; i++) {
            int start = at;
            int attributes = reader.readUnsignedShort(at + 6);
            at += 8;
            for (int j = 0; j < attributes; j++) {
                at += 6 + reader.readInt(at + 2);
            }
            if (reader.readUTF8(start + 2, buffer).equals(wanted)) {
                return Arrays.copyOfRange(file, start, at);
            }
        }
        throw new AssertionError(wanted);
    }
}
