/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.corpus;

import java.util.List;
import java.util.SplittableRandom;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;

/** Writes marks of all kinds for one place. What form each is to take is part of its name. */
final class MarkWriter {

    static final String MARK = "io/livemark/Mark";
    private static final String STRING = "java/lang/String";
    private static final String OBJECT = "java/lang/Object";
    private static final String OBJECTS = "[Ljava/lang/Object;";
    private static final String SPEC_AND = "(Ljava/lang/String;";
    private static final int FIXED = 4;
    private static final int KINDS = 24;

    private final Place place;
    private final SplittableRandom random;
    private final List<Form> forms;
    private final Code code;

    private MarkWriter(Place place, SplittableRandom random, List<Form> forms) {
        this.place = place;
        this.random = random;
        this.forms = forms;
        this.code = new Code(place);
    }

    /**
     * Writes a mark.
     *
     * @param forms gets the form of each site, in the order of the code
     */
    static InsnList write(Place place, SplittableRandom random, List<Form> forms) {
        MarkWriter writer = new MarkWriter(place, random, forms);
        writer.any();
        return writer.code.list;
    }

    private void any() {
        switch (random.nextInt(KINDS)) {
            case 0 -> named("label", Form.SHIM, "", "(Ljava/lang/String;)V");
            case 1 -> {
                named("armed", Form.GUARDED, "", "(Ljava/lang/String;)Z");
                code.insn(Opcodes.POP);
            }
            case 2 -> whileArmed();
            case 3 -> named("mark", Form.GUARDED, "", "(Ljava/lang/String;)V");
            case 4, 5, 6 -> array(FIXED + 1 + random.nextInt(4));
            case 7 -> array(0);
            case 8 -> arrayOfTheProgram();
            case 9 -> unnamed();
            default -> fixed(1 + random.nextInt(FIXED));
        }
    }

    /** {@code if (armed(…)) mark(…)}: what stands behind it becomes a jump target. */
    private void whileArmed() {
        if (place.method().hasFrames() && !place.takesFrames()) {
            fixed(1);
            return;
        }
        LabelNode over = new LabelNode();
        named("armed", Form.GUARDED, "", "(Ljava/lang/String;)Z");
        code.jump(Opcodes.IFEQ, over);
        fixed(2);
        code.target(over);
    }

    private void fixed(int count) {
        InsnList before = spec();
        code.below.add(STRING);
        Arguments arguments = new Arguments(place, code, random);
        for (int i = 0; i < count; i++) {
            arguments.any();
            code.below.add(OBJECT);
        }
        code.below.clear();
        finish(before, arguments, count, SPEC_AND + "Ljava/lang/Object;".repeat(count) + ")V");
    }

    /** A varargs array as javac makes it. */
    private void array(int count) {
        InsnList before = spec();
        code.number(count).type(Opcodes.ANEWARRAY, OBJECT);
        Arguments arguments = new Arguments(place, code, random);
        for (int i = 0; i < count; i++) {
            code.insn(Opcodes.DUP).number(i);
            code.below.addAll(List.of(STRING, OBJECTS, OBJECTS, Opcodes.INTEGER));
            arguments.any();
            code.below.clear();
            code.insn(Opcodes.AASTORE);
        }
        finish(before, arguments, count, SPEC_AND + OBJECTS + ")V");
    }

    private void arrayOfTheProgram() {
        List<Integer> arrays = place.holding(OBJECTS, "[Ljava/lang/String;");
        Form form = place.method().version() < Opcodes.V1_7 ? Form.SHIM : Form.EVALUATED;
        code.constant(text(form, fields(2)));
        if (arrays.isEmpty()) {
            code.insn(Opcodes.ACONST_NULL).type(Opcodes.CHECKCAST, OBJECTS);
        } else {
            code.var(Opcodes.ALOAD, arrays.get(random.nextInt(arrays.size())));
        }
        code.call(Opcodes.INVOKESTATIC, MARK, "mark", SPEC_AND + OBJECTS + ")V");
        forms.add(form);
    }

    private void unnamed() {
        if (random.nextBoolean()) {
            code.constant("not {} a spec");
        } else {
            code.constant("computed").call(Opcodes.INVOKEVIRTUAL, STRING, "trim", "()Ljava/lang/String;");
        }
        code.call(Opcodes.INVOKESTATIC, MARK, "mark", "(Ljava/lang/String;)V");
        forms.add(Form.UNREACHABLE);
    }

    private void named(String method, Form form, String fields, String type) {
        code.constant(text(form, fields)).call(Opcodes.INVOKESTATIC, MARK, method, type);
        forms.add(form);
    }

    /** Where the constant will go: its text depends on the arguments behind it. */
    private InsnList spec() {
        InsnList before = new InsnList();
        before.add(code.list);
        return before;
    }

    private void finish(InsnList before, Arguments arguments, int count, String type) {
        Form form = arguments.hasEffect() ? Form.EVALUATED : Form.GUARDED;
        code.call(Opcodes.INVOKESTATIC, MARK, "mark", type);
        InsnList region = new InsnList();
        region.add(code.list);
        code.list.add(before);
        code.constant(text(form, fields(count)));
        code.list.add(region);
        forms.add(form);
    }

    private static String text(Form form, String fields) {
        return "corpus." + form.word() + fields;
    }

    private static String fields(int count) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            fields.append(" f").append(i).append("={}");
        }
        return fields.toString();
    }
}
