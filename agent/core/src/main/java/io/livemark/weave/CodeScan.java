/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;

/**
 * A first look at the code of a method: its calls of {@code Mark}, its backward jumps, and its lines. It inherits the opcodes since a
 * class that only has their values is not relocated with ASM, and still names it.
 */
final class CodeScan implements Opcodes {

    /** The length of each instruction, by its opcode; 0 where there is more to it. */
    private static final byte[] LENGTHS = lengths();

    private static final int GOTO_W = 200;
    private static final int JSR_W = 201;
    private static final int WIDE = 196;

    final String name;
    final String descriptor;

    private final byte[] file;
    private final int code;
    private final int length;

    /** The names of the methods of {@code Mark} that are called, and where. */
    private final Map<Integer, String> calls = new TreeMap<>();

    /** Tables of places and lines, by where they are in the file. */
    private final List<Integer> tables = new ArrayList<>();

    /** Where the last backward jump is; negative where there is none. */
    private int lastLoop = -1;

    /**
     * @param code where the instructions begin in the file
     * @param length how many bytes they are
     * @param marks the names of the methods of {@code Mark} by the constants that stand for them, null for other constants
     * @throws RuntimeException where it is malformed
     */
    CodeScan(String name, String descriptor, byte[] file, int code, int length, String[] marks) {
        this.name = name;
        this.descriptor = descriptor;
        this.file = file;
        this.code = code;
        this.length = length;
        int end = code + length;
        for (int at = code; at < end; ) {
            int opcode = file[at] & 0xff;
            int bytes = LENGTHS[opcode];
            if (bytes == 0) {
                at = special(at, opcode, marks);
            } else {
                at += bytes;
            }
        }
    }

    private static byte[] lengths() {
        byte[] lengths = new byte[JSR_W + 1];
        for (int opcode = 0; opcode < lengths.length; opcode++) {
            lengths[opcode] = (byte) length(opcode);
        }
        return lengths;
    }

    private static int length(int opcode) {
        boolean isSpecial = opcode >= IFEQ && opcode <= JSR
                || opcode == TABLESWITCH
                || opcode == LOOKUPSWITCH
                || opcode == INVOKESTATIC
                || opcode == WIDE
                || opcode >= IFNULL;
        if (isSpecial) {
            return 0;
        }
        boolean hasByte = opcode == BIPUSH
                || opcode == LDC
                || opcode >= ILOAD && opcode <= ALOAD
                || opcode >= ISTORE && opcode <= ASTORE
                || opcode == RET
                || opcode == NEWARRAY;
        if (hasByte) {
            return 2;
        }
        boolean hasTwo = opcode == SIPUSH
                || opcode == LDC + 1
                || opcode == LDC + 2
                || opcode == IINC
                || opcode >= GETSTATIC && opcode <= INVOKESPECIAL
                || opcode == NEW
                || opcode == ANEWARRAY
                || opcode == CHECKCAST
                || opcode == INSTANCEOF;
        if (hasTwo) {
            return 3;
        }
        return opcode == MULTIANEWARRAY ? 4 : opcode == INVOKEINTERFACE || opcode == INVOKEDYNAMIC ? 5 : 1;
    }

    /** {@return where the next instruction is} */
    private int special(int at, int opcode, String[] marks) {
        switch (opcode) {
            case INVOKESTATIC -> {
                String called = marks[Scan.u2(file, at + 1)];
                if (called != null) {
                    calls.put(at - code, called);
                }
                return at + 3;
            }
            case TABLESWITCH, LOOKUPSWITCH -> {
                return jumps(at, opcode == TABLESWITCH);
            }
            case WIDE -> {
                return at + ((file[at + 1] & 0xff) == IINC ? 6 : 4);
            }
            case GOTO_W, JSR_W -> {
                jump(at, Scan.s4(file, at + 1));
                return at + 5;
            }
            default -> {
                jump(at, (short) Scan.u2(file, at + 1));
                return at + 3;
            }
        }
    }

    private int jumps(int at, boolean isTable) {
        int next = at + 4 - (at - code) % 4;
        jump(at, Scan.s4(file, next));
        int first = next + (isTable ? 12 : 8);
        long count = isTable ? Scan.s4(file, next + 8) - (long) Scan.s4(file, next + 4) + 1 : Scan.s4(file, next + 4);
        int step = isTable ? 4 : 8;
        if (count < 0 || count * step > file.length - first) {
            throw new IllegalArgumentException("a switch with " + count + " cases");
        }
        int end = first + (int) count * step;
        for (int entry = first; entry < end; entry += step) {
            jump(at, Scan.s4(file, entry + step - 4));
        }
        return end;
    }

    private void jump(int at, int distance) {
        if (distance <= 0) {
            lastLoop = at - code;
        }
    }

    /** Takes a table of lines. */
    void lines(int table) {
        tables.add(table);
    }

    boolean hasLoop() {
        return lastLoop >= 0;
    }

    int callsOfMark() {
        return calls.size();
    }

    /** Adds the lines from which no backward jump can be reached any more. */
    void addBehind(Set<ClassFacts.Line> behind) {
        Set<Integer> before = new HashSet<>();
        Set<Integer> after = new HashSet<>();
        for (Line at : lines()) {
            (at.place <= lastLoop ? before : after).add(at.line);
        }
        after.removeAll(before);
        for (int line : after) {
            behind.add(new ClassFacts.Line(name, line));
        }
    }

    /** The calls of {@code Mark}, as sites of which nothing else is known. */
    void addSites(Reason reason, List<MarkedSite> sites) {
        TreeMap<Integer, Integer> byPlace = new TreeMap<>();
        for (Line at : lines()) {
            byPlace.put(at.place, at.line);
        }
        calls.forEach((place, called) -> {
            Map.Entry<Integer, Integer> line = byPlace.floorEntry(place);
            sites.add(MarkedSite.unknown(called, name, line == null ? 0 : line.getValue(), reason));
        });
    }

    private record Line(int place, int line) {}

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int table : tables) {
            int end = table + 2 + 4 * Scan.u2(file, table);
            for (int at = table + 2; at < end; at += 4) {
                int place = Scan.u2(file, at);
                if (place < length) {
                    lines.add(new Line(place, Scan.u2(file, at + 2)));
                }
            }
        }
        return lines;
    }
}
