/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the fuzzer has found, or what it was aimed at: the smallest class file of each kind. */
class FindingsTest implements Opcodes {

    private static final Object[] NOTHING = {};

    /** Found, and not yet mended in the weaver. */
    @ParameterizedTest
    @ValueSource(ints = {V1_4, V1_6, V17})
    void a_mark_among_the_arguments_of_another_is_woven_once(int version) {
        isHarmless(ClassFiles.with(version, ClassWriter.COMPUTE_MAXS, code -> {
            code.visitLdcInsn("outer a={} b={}");
            code.visitInsn(ACONST_NULL);
            mark(code, "inner");
            code.visitInsn(ACONST_NULL);
            ClassFiles.mark(code, "Ljava/lang/Object;".repeat(2));
        }));
    }

    @Test
    void frames_in_a_class_file_that_is_too_old_for_them_are_passed_over() {
        // The JVM reads no StackMapTable below version 50; a tool that lowers the version leaves them in the file.
        byte[] file = framed(code -> {
            Label other = new Label();
            Label join = new Label();
            code.visitLdcInsn("joined a={}");
            code.visitInsn(ICONST_0);
            code.visitJumpInsn(IFEQ, other);
            code.visitInsn(ACONST_NULL);
            code.visitJumpInsn(GOTO, join);
            code.visitLabel(other);
            code.visitFrame(F_NEW, 0, NOTHING, 1, new Object[] {"java/lang/String"});
            code.visitInsn(ACONST_NULL);
            code.visitLabel(join);
            code.visitFrame(F_NEW, 0, NOTHING, 2, new Object[] {"java/lang/String", "java/lang/Object"});
            ClassFiles.mark(code, "Ljava/lang/Object;");
        });
        file[7] = V1_4;
        isHarmless(file);
    }

    @Test
    void frames_that_cannot_be_read_are_passed_over_where_the_jvm_does_without_them() {
        isHarmless(ClassFiles.with(V1_6, ClassWriter.COMPUTE_MAXS, code -> {
            Label next = new Label();
            code.visitInsn(ICONST_0);
            code.visitJumpInsn(IFEQ, next);
            code.visitLabel(next);
            mark(code, "framed");
            code.visitAttribute(new FarFrame());
        }));
    }

    @Test
    void dead_code_among_the_arguments_keeps_a_frame_that_fits_it() {
        isHarmless(framed(code -> {
            Label on = new Label();
            code.visitLdcInsn("split a={}");
            code.visitInsn(ACONST_NULL);
            code.visitJumpInsn(GOTO, on);
            code.visitFrame(F_NEW, 0, NOTHING, 1, new Object[] {"java/lang/Throwable"});
            code.visitInsn(ATHROW);
            code.visitLabel(on);
            code.visitFrame(F_NEW, 0, NOTHING, 2, new Object[] {"java/lang/String", NULL});
            ClassFiles.mark(code, "Ljava/lang/Object;");
        }));
    }

    @Test
    void a_class_with_a_subroutine_tells_its_sites() {
        byte[] file = ClassFiles.sample(48);
        isHarmless(file);
        assertEquals(3, Weaving.sites(file));
    }

    @Test
    void a_name_of_thousands_of_segments_is_read_without_recursion() {
        SpecTarget.fuzzerTestOneInput(("a" + ".a".repeat(30_000)).getBytes());
        isHarmless(framed(code -> mark(code, "a" + ".a".repeat(30_000))));
    }

    @Test
    void a_long_constant_is_no_spec_however_many_sites_have_it() {
        for (String constant : new String[] {" ".repeat(60_000), "?".repeat(60_000), "a" + " x={}".repeat(12_000)}) {
            isHarmless(framed(code -> marks(code, 9_000, constant)));
        }
    }

    @Test
    void sites_beside_the_last_local_share_no_memory_with_each_other() {
        isHarmless(framed(code -> {
            code.visitInsn(LCONST_0);
            code.visitVarInsn(LSTORE, 65_533);
            marks(code, 5_000, "wide");
        }));
    }

    @Test
    void sites_on_a_deep_stack_share_no_memory_with_each_other() {
        isHarmless(framed(code -> {
            for (int i = 0; i < 20_000; i++) {
                code.visitInsn(LCONST_0);
            }
            marks(code, 5_000, "deep");
        }));
    }

    @Test
    void sites_inside_each_other_share_no_memory_with_each_other() {
        isHarmless(framed(code -> {
            for (int i = 0; i < 9_000; i++) {
                code.visitLdcInsn("nested a={}");
            }
            for (int i = 0; i < 9_000; i++) {
                code.visitInsn(ACONST_NULL);
                ClassFiles.mark(code, "Ljava/lang/Object;");
            }
        }));
    }

    @Test
    void many_sites_and_many_jumps_in_one_method_are_not_compared_one_by_one() {
        isHarmless(framed(code -> {
            Label next = new Label();
            Label[] all = new Label[7_000];
            Arrays.fill(all, next);
            code.visitInsn(ICONST_0);
            code.visitTableSwitchInsn(0, all.length - 1, next, all);
            code.visitLabel(next);
            code.visitFrame(F_NEW, 0, NOTHING, 0, NOTHING);
            marks(code, 7_000, "many");
        }));
    }

    @Test
    void many_sites_with_merged_tails_in_one_method_are_looked_through_together() {
        isHarmless(ClassFiles.with(V1_4, ClassWriter.COMPUTE_MAXS, code -> {
            for (int i = 0; i < 3_000; i++) {
                Label other = new Label();
                Label tail = new Label();
                code.visitInsn(ICONST_0);
                code.visitJumpInsn(IFEQ, other);
                code.visitLdcInsn("merged");
                code.visitJumpInsn(GOTO, tail);
                code.visitLabel(other);
                code.visitLdcInsn("merged");
                code.visitLabel(tail);
                ClassFiles.mark(code, "");
            }
        }));
    }

    @Test
    void sites_that_have_no_constant_are_not_looked_for_to_the_start_of_the_method() {
        Oracle.anything(framed(code -> {
            code.visitLdcInsn("below");
            code.visitLdcInsn("row");
            code.visitInsn(NOP);
            for (int i = 0; i < 16_000; i++) {
                code.visitMethodInsn(INVOKESTATIC, Marks.MARK, "armed", "(Ljava/lang/String;)Z", false);
            }
            code.visitInsn(POP2);
        }));
    }

    @Test
    void frames_in_a_method_with_all_locals_cost_what_they_say() {
        isHarmless(framed(code -> {
            code.visitInsn(LCONST_0);
            code.visitVarInsn(LSTORE, 65_533);
            for (int i = 0; i < 6_000; i++) {
                frame(code);
            }
            mark(code, "framed");
        }));
    }

    @Test
    void methods_with_all_locals_cost_what_they_use() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(V17, ACC_PUBLIC | ACC_SUPER, ClassFiles.NAME, null, "java/lang/Object", null);
        for (int i = 0; i < 2_000; i++) {
            MethodVisitor code = writer.visitMethod(ACC_STATIC, "run" + i, "()V", null, null);
            frame(code);
            mark(code, "many");
            code.visitInsn(RETURN);
            code.visitMaxs(65_535, 65_535);
        }
        isHarmless(writer.toByteArray());
    }

    @Test
    void a_call_to_mark_with_a_descriptor_that_is_none_is_no_error() {
        Oracle.anything(framed(code -> {
            code.visitLdcInsn("malformed");
            code.visitMethodInsn(INVOKESTATIC, Marks.MARK, "mark", "(Ljava/lang/String;)()V", false);
        }));
    }

    /** For class files that the JVM takes; one that it does not take would show nothing. */
    private static void isHarmless(byte[] file) {
        assertNull(Linking.problem(file));
        Oracle.method(file);
    }

    private static byte[] framed(Consumer<MethodVisitor> body) {
        return ClassFiles.with(V17, ClassWriter.COMPUTE_MAXS, body);
    }

    private static void frame(MethodVisitor code) {
        Label next = new Label();
        code.visitInsn(ICONST_0);
        code.visitJumpInsn(IFEQ, next);
        code.visitLabel(next);
        code.visitFrame(F_NEW, 0, NOTHING, 0, NOTHING);
    }

    private static void marks(MethodVisitor code, int count, String spec) {
        for (int i = 0; i < count; i++) {
            mark(code, spec);
        }
    }

    private static void mark(MethodVisitor code, String spec) {
        code.visitLdcInsn(spec);
        ClassFiles.mark(code, "");
    }

    /** The frames of a method: one, and far behind its end. */
    private static final class FarFrame extends Attribute {

        FarFrame() {
            super("StackMapTable");
        }

        @Override
        public boolean isCodeAttribute() {
            return true;
        }

        @Override
        protected ByteVector write(ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
            return new ByteVector().putShort(1).putByte(251).putShort(60_000);
        }
    }
}
