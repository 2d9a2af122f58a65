/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** The scan reads bytes by itself; what it finds is compared with what can be said of the same class as ASM's tree. */
class ScanTest {

    private final MarkInserter inserter = new MarkInserter();

    @Test
    void it_finds_what_the_tree_of_a_class_holds() {
        Map<String, byte[]> files = new TreeMap<>(ClassFiles.ofTheJdk("java.base", "java/util"));
        files.putAll(ClassFiles.ofTheJdk("jdk.compiler", "com/sun/tools/javac/comp"));
        Set<String> seen = new HashSet<>();
        files.forEach((name, file) -> {
            byte[] marked = inserter.insert(file);
            assertSame(name, marked);
            ClassFacts facts = ClassFacts.of(marked);
            seen.add("loops " + !facts.loops().isEmpty());
            seen.add("behind " + !facts.behind().isEmpty());
            seen.add("marked " + (marked != file));
        });
        assertEquals(6, seen.size(), "each is met: " + seen);
    }

    @Test
    void it_finds_what_options_and_annotations_add() {
        ClassFiles.compile("Shape", """
                        record Shape(@Deprecated int width, java.util.List<@Deprecated2 String> names) {
                            @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
                            @interface Deprecated2 {}
                        }
                        record Plain(int width) {}
                        class Other {
                            @Shape.Deprecated2 String name;
                            void run(final int n) { for (int i = 0; i < n; i++) { @Shape.Deprecated2 String s = name; } }
                        }
                        """, "-parameters").forEach(ScanTest::assertSame);
        byte[] record = ClassFiles.compile("Inside", """
                        record Inside(int width) {
                            @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface Use {}
                            void run() { @Use String s = ""; }
                        }
                        """).get("Inside");
        assertSame("Inside", record);
        assertTrue(!ClassFacts.of(record).isAnnotatedRecord(), "inside code they are no hindrance");
    }

    @Test
    void it_steps_over_instructions_of_every_length() {
        byte[] file = HandMade.file(Opcodes.V1_5, method -> {
            Label begin = new Label();
            method.visitLabel(begin);
            method.visitLineNumber(1, begin);
            method.visitIincInsn(300, 1000);
            method.visitVarInsn(Opcodes.ILOAD, 300);
            method.visitInsn(Opcodes.POP);
            method.visitLdcInsn(7L);
            method.visitInsn(Opcodes.POP2);
            method.visitInsn(Opcodes.ICONST_1);
            method.visitInsn(Opcodes.ICONST_1);
            method.visitMultiANewArrayInsn("[[I", 2);
            method.visitInsn(Opcodes.POP);
            mark(method);
            line(method, 2);
            for (int i = 0; i < 33_000; i++) {
                method.visitInsn(Opcodes.NOP);
            }
            // Too far for a short one.
            method.visitJumpInsn(Opcodes.GOTO, begin);
            line(method, 3);
            mark(method);
        });
        assertSame("long", file);
        assertEquals(Set.of(new ClassFacts.Line("run", 3)), ClassFacts.of(file).behind());
    }

    @Test
    void it_sees_where_a_switch_leads_whatever_its_padding() {
        for (int padding = 0; padding < 4; padding++) {
            int nops = padding;
            for (boolean table : new boolean[] {true, false}) {
                byte[] back = HandMade.file(Opcodes.V1_5, method -> switching(method, nops, table, true));
                byte[] on = HandMade.file(Opcodes.V1_5, method -> switching(method, nops, table, false));
                assertSame("back", back);
                assertSame("on", on);
                assertEquals(Set.of("run"), ClassFacts.of(back).loops());
                assertEquals(Set.of(), ClassFacts.of(on).loops());
            }
        }
    }

    private static void switching(MethodVisitor method, int nops, boolean table, boolean back) {
        Label before = new Label();
        Label after = new Label();
        method.visitLabel(before);
        for (int i = 0; i < nops; i++) {
            method.visitInsn(Opcodes.NOP);
        }
        method.visitVarInsn(Opcodes.ILOAD, 0);
        Label last = back ? before : after;
        if (table) {
            method.visitTableSwitchInsn(-1, 1, after, after, after, last);
        } else {
            method.visitLookupSwitchInsn(after, new int[] {-7, 5, 1_000_000}, new Label[] {after, after, last});
        }
        method.visitLabel(after);
        mark(method);
    }

    private static void mark(MethodVisitor method) {
        method.visitLdcInsn("a.mark");
        HandMade.mark(method, "(Ljava/lang/String;)V");
    }

    private static void line(MethodVisitor method, int line) {
        Label here = new Label();
        method.visitLabel(here);
        method.visitLineNumber(line, here);
    }

    private static void assertSame(String name, byte[] file) {
        ClassReader reader = new ClassReader(file);
        ClassNode tree = new ClassNode();
        reader.accept(tree, 0);
        assertEquals(facts(tree, reader.getItemCount()), ClassFacts.of(file), name);
        Set<String> marked = new LinkedHashSet<>();
        List<String> sites = new ArrayList<>();
        for (MethodNode method : tree.methods) {
            int line = 0;
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof LineNumberNode number) {
                    line = number.line;
                } else if (instruction instanceof MethodInsnNode call && call.owner.equals(Names.MARK)) {
                    marked.add(method.name + method.desc);
                    sites.add(method.name + ":" + line);
                }
            }
        }
        Scan scan = Scan.of(file, reader);
        assertEquals(List.copyOf(marked), List.copyOf(scan.marked()), name);
        assertEquals(
                sites,
                scan.sites().stream()
                        .map(site -> site.method() + ":" + site.line())
                        .toList(),
                name);
        assertEquals(Set.copyOf(tree.fields.stream().map(field -> field.name).toList()), scan.fields, name);
    }

    private static ClassFacts facts(ClassNode tree, int constants) {
        Set<String> loops = new HashSet<>();
        tree.methods.stream().filter(method -> lastLoop(method) >= 0).forEach(method -> loops.add(method.name));
        Set<ClassFacts.Line> behind = new HashSet<>();
        for (MethodNode method : tree.methods) {
            if (loops.contains(method.name)) {
                Set<Integer> before = new HashSet<>();
                Set<Integer> after = new HashSet<>();
                for (AbstractInsnNode instruction : method.instructions) {
                    if (instruction instanceof LineNumberNode number) {
                        (method.instructions.indexOf(number.start) < lastLoop(method) ? before : after)
                                .add(number.line);
                    }
                }
                after.removeAll(before);
                after.forEach(line -> behind.add(new ClassFacts.Line(method.name, line)));
            }
        }
        boolean namesParameters =
                tree.methods.stream().anyMatch(method -> method.parameters != null && !method.parameters.isEmpty());
        boolean isAnnotatedRecord =
                tree.superName != null && tree.superName.equals("java/lang/Record") && isAnnotated(tree);
        return new ClassFacts(loops, behind, namesParameters, isAnnotatedRecord, constants);
    }

    private static int lastLoop(MethodNode method) {
        int last = -1;
        for (AbstractInsnNode instruction : method.instructions) {
            int index = method.instructions.indexOf(instruction);
            if (targets(instruction).anyMatch(target -> method.instructions.indexOf(target) < index)) {
                last = index;
            }
        }
        return last;
    }

    private static Stream<LabelNode> targets(AbstractInsnNode instruction) {
        if (instruction instanceof JumpInsnNode jump) {
            return Stream.of(jump.label);
        } else if (instruction instanceof TableSwitchInsnNode table) {
            return Stream.concat(Stream.of(table.dflt), table.labels.stream());
        } else if (instruction instanceof LookupSwitchInsnNode lookup) {
            return Stream.concat(Stream.of(lookup.dflt), lookup.labels.stream());
        }
        return Stream.of();
    }

    private static boolean isAnnotated(ClassNode tree) {
        List<List<?>> all = new ArrayList<>();
        all.add(tree.visibleTypeAnnotations);
        all.add(tree.invisibleTypeAnnotations);
        for (FieldNode field : tree.fields) {
            all.add(field.visibleTypeAnnotations);
            all.add(field.invisibleTypeAnnotations);
        }
        for (MethodNode method : tree.methods) {
            all.add(method.visibleTypeAnnotations);
            all.add(method.invisibleTypeAnnotations);
        }
        for (RecordComponentNode component : tree.recordComponents) {
            all.add(component.visibleAnnotations);
            all.add(component.invisibleAnnotations);
            all.add(component.visibleTypeAnnotations);
            all.add(component.invisibleTypeAnnotations);
        }
        return all.stream().anyMatch(annotations -> annotations != null && !annotations.isEmpty());
    }
}
