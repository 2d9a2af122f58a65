/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The source of the probe of a one-line command: a handler for each marker, whose parameters are the fields by their names and types. Remembers
 * which part of it the user wrote, for the messages of the compiler.
 *
 * <p>All names of our own begin with {@code livemark$}, and nothing of ours is called but on {@code this}: a field may be named like a
 * variable, a class or a package.
 */
public final class ProbeSource {

    /** The package of every probe that is made here. */
    static final String PACKAGE = "livemark";

    /** What stands around an expression, on lines of its own: a comment at its end ends with its line. */
    static final String OPEN = "(\n";

    /** As {@link #OPEN}, behind it. */
    static final String CLOSE = "\n)";

    private final String className;
    private final Expression where;
    private final List<Expression> others;
    private final Set<String> objects;
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private LookMarker marker;
    private int handlers;

    /**
     * A part of the source.
     *
     * @param from where the declaration begins that has it
     * @param start where it begins
     * @param end where it ends
     * @param marker of the handler that it is in
     * @param expression what the user wrote; null for the parameter of a field
     * @param field the field; null for an expression
     */
    record Piece(int from, int start, int end, LookMarker marker, Expression expression, LookField field) {}

    /**
     * Begins a probe.
     *
     * @param className the simple name of its class
     * @param where which hits it is about; null for all
     * @param others the other expressions that its handlers will have
     * @param objects the fields whose types do not compile, {@code marker/field}; they are taken as objects
     */
    ProbeSource(String className, Expression where, List<Expression> others, Set<String> objects) {
        this.className = className;
        this.where = where;
        this.others = others;
        this.objects = objects;
    }

    /**
     * Begins the class, with the one object that the handlers call. A record: the JIT takes what it holds for constants.
     *
     * @param type the simple name of a class of {@code io.livemark.look}; {@code this.livemark$look} in the handlers
     * @param arguments of its constructor behind the context, as Java writes them; empty for none
     */
    public void look(String type, String arguments) {
        text.append("package ").append(PACKAGE).append(";\npublic record ").append(className);
        text.append("(io.livemark.look.").append(type).append(" livemark$look) implements AutoCloseable {\n    ");
        text.append(className).append("(io.livemark.ProbeContext context) {\n        this(new io.livemark.look.");
        text.append(type)
                .append("(context")
                .append(arguments.isEmpty() ? "" : ", ")
                .append(arguments)
                .append("));\n");
        // Once it is whole: the thread that serves the client may ask it at once.
        text.append("        context.source(this.livemark$look);\n    }\n");
        text.append("    @Override public void close() {\n        this.livemark$look.close();\n    }\n");
    }

    /**
     * Adds a member to the class; not inside a handler.
     *
     * @param member as Java writes it
     */
    public void member(String member) {
        text.append("    ").append(member).append('\n');
    }

    /**
     * Begins the handler of a marker; {@code livemark$place} is where it may write.
     *
     * @param handled the marker
     */
    public void handler(LookMarker handled) {
        marker = handled;
        boolean isOfSite = isInScope("site");
        // What is called for a hit is so small that the JIT inlines it, although it has no profile of who calls; the
        // rest has one.
        text.append("    @io.livemark.Probe(").append(quoted(handled.name())).append(")\n    void livemark$");
        text.append(handlers).append(isOfSite ? "(io.livemark.Site livemark$site, " : "(");
        text.append("@io.livemark.Place ");
        parameters();
        // What an expression throws is told, and thrown on for the agent to count.
        text.append(" { try { this.livemark$hit").append(handlers).append(isOfSite ? "(livemark$site, " : "(");
        text.append("livemark$place");
        for (LookField field : handled.fields()) {
            text.append(", ").append(field.parameter());
        }
        text.append("); } catch (Throwable livemark$thrown) {\n");
        text.append("        this.livemark$look.threw(livemark$thrown);\n        throw livemark$thrown;\n    } }\n");
        text.append("    private void livemark$hit").append(handlers++);
        text.append(isOfSite ? "(io.livemark.Site livemark$site, " : "(");
        parameters();
        text.append(" {\n");
        otherNames();
        if (isOfSite) {
            line("io.livemark.Site site = livemark$site;");
        }
        if (isInScope("thread")) {
            line("Thread thread = this.livemark$look.current();");
        }
    }

    private void parameters() {
        text.append("int livemark$place");
        for (LookField field : marker.fields()) {
            text.append(",\n");
            int start = text.length();
            text.append(typeOf(field)).append(' ').append(field.parameter());
            pieces.add(new Piece(start, start, text.length(), marker, null, field));
        }
        text.append(") throws Throwable");
    }

    /** Whatever a site calls a field, an expression may. */
    private void otherNames() {
        for (LookField field : marker.fields()) {
            for (String name : field.isMixed() ? List.<String>of() : field.names()) {
                if (!name.equals(field.parameter()) && isNamed(name)) {
                    line("var " + name + " = " + field.parameter() + ";");
                }
            }
        }
    }

    /** What comes next in the handler is only for hits that the user wants to see. */
    public void where() {
        if (where != null) {
            initialised("boolean livemark$where", where);
            line("if (!livemark$where) { return; }");
        }
    }

    /**
     * Gives a variable the value of an expression.
     *
     * @param variable its name, which begins with {@code livemark$}
     * @param value the expression
     */
    public void let(String variable, Expression value) {
        initialised("var " + variable, value);
    }

    /**
     * Adds a statement to the handler.
     *
     * @param statement as Java writes it
     */
    public void line(String statement) {
        text.append("        ").append(statement).append('\n');
    }

    /** Ends the handler. */
    public void end() {
        text.append("    }\n");
    }

    /** {@return the name of the class, with its package} */
    String name() {
        return PACKAGE + "." + className;
    }

    /** {@return the source so far, and its end} */
    String text() {
        return text + "}\n";
    }

    /** {@return what the user wrote, with the marker it is about, of each expression in each handler} */
    List<Piece> expressions() {
        return pieces.stream().filter(piece -> piece.expression != null).toList();
    }

    /** {@return what the user wrote nearest to a place, or in front of it; null where he wrote nothing} */
    Piece at(long place) {
        Piece before = null;
        for (Piece piece : pieces) {
            if (piece.from <= place) {
                before = piece;
            }
        }
        return before;
    }

    /** {@return a text as Java writes it} */
    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Only what an expression names needs its own type; without, no class of the application is looked for. */
    private String typeOf(LookField field) {
        boolean isNamed = !field.isMixed() && field.names().stream().anyMatch(this::isNamed);
        boolean isObject = !field.isPrimitive() && !isNamed || isObject(marker, field);
        return isObject ? "Object" : field.type();
    }

    /** {@return whether a field is taken as an object, since its own type does not compile} */
    boolean isObject(LookMarker of, LookField field) {
        return objects.contains(key(of, field));
    }

    static String key(LookMarker marker, LookField field) {
        return marker.name() + "/" + field.name();
    }

    private boolean isInScope(String name) {
        return isNamed(name)
                && marker.fields().stream().noneMatch(field -> field.names().contains(name));
    }

    private boolean isNamed(String name) {
        return where != null && where.names(name) || others.stream().anyMatch(other -> other.names(name));
    }

    private void initialised(String variable, Expression value) {
        int from = text.length();
        text.append("        ").append(variable).append(" = ").append(OPEN);
        int start = text.length();
        text.append(value.source());
        pieces.add(new Piece(from, start, text.length(), marker, value, null));
        text.append(CLOSE).append(";\n");
    }
}
