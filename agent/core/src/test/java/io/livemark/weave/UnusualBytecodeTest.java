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
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.livemark.weave.marked.MarkWithArguments;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Class files that are old, or made by something else than javac. */
class UnusualBytecodeTest {

    @Test
    void two_marks_whose_tails_were_merged_are_evaluated() throws Exception {
        byte[] file = merged(Opcodes.V17, "merged a={}", "merged a={}");
        MarkedSite site = ClassWeaver.sites(file).get(0);
        assertEquals(new SiteForm.Evaluated(Reason.Cause.JUMP.alone()), site.form());
        assertEquals(List.of("java.lang.String"), site.types());
        assertEquals(
                List.of("one", "other"),
                hits("merged", ClassWeaver.weave(file, null).file(), 1, 0));
    }

    @Test
    void two_different_marks_whose_tails_were_merged_have_no_name() {
        for (int version : new int[] {Opcodes.V1_5, Opcodes.V17}) {
            byte[] file = merged(version, "first a={}", "second a={}");
            assertEquals(
                    new SiteForm.Unreachable(Reason.Cause.UNNAMED.alone()),
                    ClassWeaver.sites(file).get(0).form());
            assertNull(ClassWeaver.weave(file, null).file());
        }
    }

    @Test
    void merged_tails_in_an_old_class_file_are_left_to_the_shim() {
        byte[] file = merged(Opcodes.V1_5, "merged a={}", "merged a={}");
        assertEquals(
                new SiteForm.Shim(Reason.Cause.JUMP.alone()),
                ClassWeaver.sites(file).get(0).form());
        assertNull(ClassWeaver.weave(file, null).file());
    }

    @Test
    void an_array_that_somebody_else_makes_of_the_arguments_is_passed_through() throws Exception {
        byte[] file = ClassFiles.compile(NAME, """
                        public class Unusual {
                            static Object[] same(Object... a) { return a; }
                            public static void run(int a) { io.livemark.Mark.mark("same a={}", same(a)); }
                        }
                        """).get(NAME);
        assertEquals(
                new SiteForm.Evaluated(Reason.Cause.ARRAY.alone()),
                ClassWeaver.sites(file).get(0).form());
        assertEquals(List.of("5"), hits("same", ClassWeaver.weave(file, null).file(), 5));
    }

    @Test
    void a_constant_that_is_kept_in_a_local_is_found() throws Exception {
        byte[] file = file(Opcodes.V17, method -> {
            method.visitLdcInsn("kept a={}");
            method.visitVarInsn(Opcodes.ASTORE, 1);
            method.visitVarInsn(Opcodes.ALOAD, 1);
            method.visitVarInsn(Opcodes.ILOAD, 0);
            box(method);
            mark(method, "(Ljava/lang/String;Ljava/lang/Object;)V");
        });
        assertEquals(
                new SiteForm.Evaluated(Reason.Cause.KEPT.alone()),
                ClassWeaver.sites(file).get(0).form());
        assertEquals(List.of("5"), hits("kept", ClassWeaver.weave(file, null).file(), 5));
    }

    @Test
    void a_mark_in_a_subroutine_is_hit_from_wherever_it_is_called() throws Exception {
        byte[] file = file(Opcodes.V1_4, method -> {
            Label subroutine = new Label();
            Label end = new Label();
            method.visitJumpInsn(Opcodes.JSR, subroutine);
            method.visitIincInsn(0, 1);
            method.visitJumpInsn(Opcodes.JSR, subroutine);
            method.visitJumpInsn(Opcodes.GOTO, end);
            method.visitLabel(subroutine);
            method.visitVarInsn(Opcodes.ASTORE, 1);
            method.visitLdcInsn("sub a={}");
            method.visitVarInsn(Opcodes.ILOAD, 0);
            box(method);
            mark(method, "(Ljava/lang/String;Ljava/lang/Object;)V");
            method.visitVarInsn(Opcodes.RET, 1);
            method.visitLabel(end);
        });
        assertEquals("flag", ClassWeaver.sites(file).get(0).form().word());
        assertEquals(
                List.of("5", "6"), hits("sub", ClassWeaver.weave(file, null).file(), 5));
    }

    @Test
    void code_that_makes_no_sense_is_listed_and_left_as_it_is() {
        for (int version : new int[] {Opcodes.V1_5, Opcodes.V17}) {
            byte[] file = file(version, new ClassWriter(0), method -> {
                method.visitInsn(Opcodes.POP);
                method.visitLdcInsn("none");
                mark(method, "(Ljava/lang/String;)V");
            });
            MarkedSite site = ClassWeaver.sites(file).get(0);
            assertEquals(Reason.Cause.NOT_UNDERSTOOD, site.form().reason().cause());
            assertNull(ClassWeaver.weave(file, null).file());
        }
    }

    @Test
    void the_reason_of_a_flag_says_what_keeps_the_arguments_from_being_skipped() {
        for (int version : new int[] {Opcodes.V1_4, Opcodes.V1_5, Opcodes.V1_6}) {
            byte[] file = file(version, method -> {
                method.visitLdcInsn("old a={}");
                method.visitLdcInsn("");
                method.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        "java/lang/Integer",
                        "decode",
                        "(Ljava/lang/String;)Ljava/lang/Integer;",
                        false);
                mark(method, "(Ljava/lang/String;Ljava/lang/Object;)V");
            });
            SiteForm form = ClassWeaver.sites(file).get(0).form();
            assertEquals(
                    new SiteForm.Flag(Reason.Cause.OLD_CLASS_FILE.because(version + "; calls Integer.decode"), false),
                    form);
            assertEquals(
                    "no invokedynamic in a class file of version " + version + "; calls Integer.decode",
                    form.reason().sentence());
        }
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
        run(ClassWeaver.weave(file, null).file(), 1);
    }

    @Test
    void a_second_weaving_finds_nothing_to_weave() {
        byte[] woven =
                ClassWeaver.weave(ClassFiles.of(MarkWithArguments.class), null).file();
        List<MarkedSite> left = ClassWeaver.sites(woven);
        assertEquals(
                ClassWeaver.sites(ClassFiles.of(MarkWithArguments.class)).stream()
                        .filter(site -> !site.isToBeWoven())
                        .map(MarkedSite::marker)
                        .toList(),
                left.stream().map(MarkedSite::marker).toList());
        assertNull(ClassWeaver.weave(woven, null).file());
    }

    @Test
    void methods_without_a_site_keep_their_bytes() {
        byte[] file = ClassFiles.compile(NAME, """
                        class Unusual {
                            void marked(long a) { io.livemark.Mark.mark("keep a={}", a); }
                            int plain(int a) { for (int i = 0; i < a; i++) { a += "text".length(); } return a; }
                        }
                        """).get(NAME);
        assertArrayEquals(
                code(file, "plain"), code(ClassWeaver.weave(file, null).file(), "plain"));
    }

    /** Two ways, each with a constant and an argument of its own, that join before the call. */
    private static byte[] merged(int version, String one, String other) {
        return file(version, method -> {
            Label second = new Label();
            Label tail = new Label();
            method.visitVarInsn(Opcodes.ILOAD, 0);
            method.visitJumpInsn(Opcodes.IFEQ, second);
            method.visitLdcInsn(one);
            method.visitLdcInsn("one");
            method.visitJumpInsn(Opcodes.GOTO, tail);
            method.visitLabel(second);
            method.visitFrame(Opcodes.F_NEW, 1, new Object[] {Opcodes.INTEGER}, 0, new Object[0]);
            method.visitLdcInsn(other);
            method.visitLdcInsn("other");
            method.visitLabel(tail);
            Object[] stack = {"java/lang/String", "java/lang/String"};
            method.visitFrame(Opcodes.F_NEW, 1, new Object[] {Opcodes.INTEGER}, 2, stack);
            mark(method, "(Ljava/lang/String;Ljava/lang/Object;)V");
        });
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
