/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.weave.marked.MarkWithArguments;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class ConstantPoolTest {

    private final ClassWriter writer = new ClassWriter(0);

    @Test
    void a_marked_class_names_mark() {
        assertTrue(ConstantPool.namesMark(ClassFiles.of(MarkWithArguments.class)));
    }

    @Test
    void a_class_that_names_something_similar_does_not() {
        writer.newUTF8("io/livemark/Marks");
        writer.newUTF8("io/livemark/Mar");
        writer.newUTF8("io.livemark.Mark");
        writer.newUTF8("Lio/livemark/Mark;");
        writer.newConst("io/livemark/Mark is part of this");
        assertFalse(ConstantPool.namesMark(file()));
    }

    @Test
    void constants_of_every_kind_are_walked_over() {
        writer.newConst(5L);
        writer.newConst(5.5);
        writer.newConst(6);
        writer.newConst(6.5f);
        writer.newConst("text");
        writer.newConst(Type.getMethodType("()V"));
        writer.newModule("module");
        writer.newPackage("of/a");
        Handle handle = new Handle(Opcodes.H_INVOKESTATIC, "A", "b", "()V", false);
        writer.newConst(handle);
        writer.newConst(new ConstantDynamic("c", "I", handle, 7L));
        writer.newInvokeDynamic("d", "()V", handle);
        writer.newField("A", "f", "J");
        writer.newMethod("A", "m", "()V", true);
        writer.newConst(Long.MAX_VALUE);
        assertFalse(ConstantPool.namesMark(file()));
        writer.newClass("io/livemark/Mark");
        writer.newConst(-1L);
        assertTrue(ConstantPool.namesMark(file()));
    }

    @Test
    void what_is_no_class_file_names_nothing() {
        assertFalse(ConstantPool.namesMark(new byte[0]));
        assertFalse(ConstantPool.namesMark(new byte[9]));
        byte[] noise = new byte[5_000];
        Arrays.fill(noise, (byte) 0xff);
        assertFalse(ConstantPool.namesMark(noise));
        Arrays.fill(noise, (byte) 1);
        assertFalse(ConstantPool.namesMark(noise));
    }

    @Test
    void a_file_that_is_cut_off_breaks_nothing() {
        byte[] file = ClassFiles.of(MarkWithArguments.class);
        int named = 0;
        for (int length = 0; length < file.length; length++) {
            named += ConstantPool.namesMark(Arrays.copyOf(file, length)) ? 1 : 0;
        }
        assertTrue(named > 0);
        assertEquals(0, ClassWeaver.sites(Arrays.copyOf(file, 20)).size());
    }

    private byte[] file() {
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Some", null, "java/lang/Object", null);
        return writer.toByteArray();
    }
}
