/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark;

/**
 * Marks places in a program, for probes that may be loaded later.
 *
 * <pre>{@code
 * import static io.livemark.Mark.mark;
 *
 * mark("order.placed id={} total={}", id, total);
 * }</pre>
 *
 * <p><b>The spec</b>, the first argument, is a string constant: a name, then one {@code field={}} for each argument,
 * separated by single spaces. A name consists of segments of letters, digits, {@code _} and {@code -}, separated by
 * dots. Field names are Java identifiers, each used once, at most a hundred. A spec that is anything else makes a <em>malformed</em>
 * marker: {@code livemark list} shows it with the reason, and no probe is ever called for it. A first argument that is
 * no constant is reported as <em>unnamed</em> and left alone.
 *
 * <p><b>Cost.</b> Without the agent: a call to an empty static method, plus the boxing and the array that javac adds
 * where the compiler of the JVM does not remove them. With the agent and no probe: nothing at all once the method is
 * compiled by C2; the machine code is that of the method without the mark. With a probe: a call to its handler,
 * with the arguments as they are, no boxing, no array.
 *
 * <p><b>Arguments.</b> Where they have no side effects (constants, locals, reads of fields and of array elements,
 * arithmetic, casts, boxing, concatenation of strings and primitives, creation of a lambda that captures such values),
 * they are evaluated only while a probe is loaded. An exception that such an evaluation would throw (a
 * {@link NullPointerException} from a read through {@code null}, an {@link ArithmeticException}) is then thrown only
 * while a probe is loaded; this is the one way in which the agent changes what a program does. All other arguments,
 * those that call a method for instance, are evaluated exactly as the source says. A
 * {@link java.util.function.Supplier} argument is called only while a probe is loaded, and the probe sees its value.
 *
 * <p><b>Thread.</b> Any thread, in any state, with any lock held. The handler runs on the thread that hits the mark.
 *
 * <p><b>Failure.</b> Never throws, whatever a probe does.
 */
public final class Mark {

    private Mark() {}

    /**
     * Marks this place under a name, without fields.
     *
     * @param spec a name; a constant
     */
    public static void mark(String spec) {}

    /**
     * Marks this place with one field.
     *
     * @param spec name and field, {@code "name field={}"}; a constant
     * @param a the value of the field
     */
    public static void mark(String spec, Object a) {}

    /**
     * Marks this place with two fields.
     *
     * @param spec name and fields, {@code "name f={} g={}"}; a constant
     * @param a the value of the first field
     * @param b the value of the second field
     */
    public static void mark(String spec, Object a, Object b) {}

    /**
     * Marks this place with three fields.
     *
     * @param spec name and fields; a constant
     * @param a the value of the first field
     * @param b the value of the second field
     * @param c the value of the third field
     */
    public static void mark(String spec, Object a, Object b, Object c) {}

    /**
     * Marks this place with four fields.
     *
     * @param spec name and fields; a constant
     * @param a the value of the first field
     * @param b the value of the second field
     * @param c the value of the third field
     * @param d the value of the fourth field
     */
    public static void mark(String spec, Object a, Object b, Object c, Object d) {}

    /**
     * Marks this place with any number of fields.
     *
     * @param spec name and fields, as many as there are arguments; a constant
     * @param args the values of the fields
     */
    public static void mark(String spec, Object... args) {}

    /**
     * Names this place and changes nothing here: the instructions stay as they are, with the agent too. A probe on
     * the name is called without fields, by a slower way than that of a mark (a look-up by the name).
     *
     * @param name a name without fields; a constant
     */
    public static void label(String name) {}

    /**
     * Whether a probe is loaded on a marker; for work that only a probe needs and that does not fit an argument.
     * Costs what {@link #mark(String)} costs. The answer may be out of date as soon as it is given.
     *
     * @param name the name of the marker, without fields; a constant
     * @return true while a probe is loaded on it; always false without the agent
     */
    public static boolean armed(String name) {
        return false;
    }
}
