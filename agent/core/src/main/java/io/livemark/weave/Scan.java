/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * A first look at a class: which methods call {@code Mark}, whether the class may be retransformed, and whether what a second look
 * takes is within bounds.
 *
 * <p>Reads the bytes itself. Where an agent comes late, each of the marked classes is looked at by code that the JVM has not
 * compiled yet, while its compilers work for the application: one short loop is soon compiled, the many methods of a reader that
 * makes an object of each instruction are not.
 */
final class Scan {

    /** Entries of frames, of which each is a reference; the application waits while they are read. */
    static final long MOST = 4_000_000;

    /** Locals and stack of all methods, for each of which the reader makes room. */
    private static final long MOST_OF_ALL = 20_000_000;

    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;

    /** The names of the fields that the class declares. */
    final Set<String> fields = new HashSet<>();

    private final byte[] file;
    private final ClassReader constants;
    private final char[] buffer;
    private final String[] marks;
    private final List<CodeScan> methods = new ArrayList<>();
    private final Map<String, CodeScan> marked = new LinkedHashMap<>();
    private boolean namesParameters;
    private boolean isAnnotated;
    private long room;
    private boolean isTooLarge;

    private Scan(byte[] file, ClassReader constants) {
        this.file = file;
        this.constants = constants;
        this.buffer = new char[constants.getMaxStringLength()];
        this.marks = marks();
        read();
        isTooLarge = room > MOST_OF_ALL;
    }

    /**
     * @param constants of the file
     * @throws RuntimeException where it is malformed
     */
    static Scan of(byte[] file, ClassReader constants) {
        return new Scan(file, constants);
    }

    /** The methods that hold sites, by name and descriptor. */
    Set<String> marked() {
        return marked.keySet();
    }

    boolean isTooLarge() {
        return isTooLarge;
    }

    /** The second look went out of bounds. */
    void tooLarge() {
        isTooLarge = true;
    }

    /** All sites of a class that is too large to be looked at again: where they are, and no more. */
    List<MarkedSite> sites() {
        List<MarkedSite> sites = new ArrayList<>();
        Reason reason = Reason.Cause.NOT_UNDERSTOOD.because("it is too large");
        marked.values().forEach(method -> method.addSites(reason, sites));
        return sites;
    }

    ClassFacts facts() {
        Set<String> loops = new HashSet<>();
        for (CodeScan method : methods) {
            if (method.hasLoop()) {
                loops.add(method.name);
            }
        }
        Set<ClassFacts.Line> behind = new HashSet<>();
        for (CodeScan method : methods) {
            // An overload without a loop is told from the one with it by its lines.
            if (loops.contains(method.name)) {
                method.addBehind(behind);
            }
        }
        boolean isRecord = "java/lang/Record".equals(constants.getSuperName());
        return new ClassFacts(
                Set.copyOf(loops),
                Set.copyOf(behind),
                namesParameters,
                isRecord && isAnnotated,
                constants.getItemCount());
    }

    /** The names of the methods of {@code Mark}, by the constants that stand for them. */
    private String[] marks() {
        String[] names = new String[constants.getItemCount()];
        for (int i = 1; i < names.length; i++) {
            int item = constants.getItem(i);
            int tag = item == 0 ? 0 : file[item - 1];
            if ((tag == METHOD || tag == INTERFACE_METHOD) && isMark(u2(file, item))) {
                int nameAndType = constants.getItem(u2(file, item + 2));
                String name = constants.readUTF8(nameAndType, buffer);
                boolean isCall = SiteFinder.isCallToMark(Names.MARK, name, constants.readUTF8(nameAndType + 2, buffer));
                names[i] = isCall ? name : null;
            }
        }
        return names;
    }

    private boolean isMark(int type) {
        int item = constants.getItem(type);
        return file[item - 1] == CLASS && Names.MARK.equals(constants.readUTF8(item, buffer));
    }

    private void read() {
        int at = constants.header + 6;
        at += 2 + 2 * u2(file, at);
        int count = u2(file, at);
        at += 2;
        for (int i = 0; i < count; i++) {
            fields.add(constants.readUTF8(at + 2, buffer));
            at = attributes(at + 6, Holder.FIELD, null);
        }
        count = u2(file, at);
        at += 2;
        for (int i = 0; i < count; i++) {
            at = attributes(at + 6, Holder.METHOD, constants.readUTF8(at + 2, buffer));
        }
        attributes(at, Holder.CLASS, null);
    }

    private enum Holder {
        CLASS,
        FIELD,
        METHOD,
        CODE,
        COMPONENT
    }

    /** {@return where what follows them begins} */
    private int attributes(int begin, Holder holder, String method) {
        int count = u2(file, begin);
        int at = begin + 2;
        for (int i = 0; i < count; i++) {
            int length = s4(file, at + 2);
            if (length < 0 || length > file.length - at - 6) {
                throw new IllegalArgumentException("an attribute of " + length + " bytes");
            }
            attribute(constants.readUTF8(at, buffer), at + 6, holder, begin - 4, method);
            at += 6 + length;
        }
        return at;
    }

    private void attribute(String name, int content, Holder holder, int member, String method) {
        switch (name == null ? "" : name) {
            case "Code" -> {
                if (holder == Holder.METHOD) {
                    code(content, method, constants.readUTF8(member + 2, buffer));
                }
            }
            case "LineNumberTable" -> {
                if (holder == Holder.CODE) {
                    methods.get(methods.size() - 1).lines(content);
                }
            }
            case "MethodParameters" -> namesParameters |= holder == Holder.METHOD && file[content] != 0;
            case "Record" -> {
                if (holder == Holder.CLASS) {
                    components(content);
                }
            }
            case "RuntimeVisibleTypeAnnotations", "RuntimeInvisibleTypeAnnotations" ->
                isAnnotated |= holder != Holder.CODE && u2(file, content) > 0;
            case "RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations" ->
                isAnnotated |= holder == Holder.COMPONENT && u2(file, content) > 0;
            default -> {}
        }
    }

    private void code(int begin, String name, String descriptor) {
        int length = s4(file, begin + 4);
        int code = begin + 8;
        if (length < 0 || length > file.length - code) {
            throw new IllegalArgumentException("code of " + length + " bytes");
        }
        CodeScan method = new CodeScan(name, descriptor, file, code, length, marks);
        methods.add(method);
        if (method.callsOfMark() > 0) {
            marked.put(name + descriptor, method);
        }
        room += (u2(file, begin) + u2(file, begin + 2)) * (1L + 5L * method.callsOfMark());
        int handlers = code + length;
        attributes(handlers + 2 + 8 * u2(file, handlers), Holder.CODE, null);
    }

    private void components(int begin) {
        int count = u2(file, begin);
        int at = begin + 2;
        for (int i = 0; i < count; i++) {
            at = attributes(at + 4, Holder.COMPONENT, null);
        }
    }

    static int u2(byte[] file, int at) {
        return (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
    }

    static int s4(byte[] file, int at) {
        return u2(file, at) << 16 | u2(file, at + 2);
    }
}
