/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/**
 * What is wrong with an expression for a marker, in the user's words.
 *
 * @param piece the expression, in the handler of the marker
 * @param column where in the expression, an index in its source
 * @param what is wrong
 * @param kind of what kind that is
 */
record Fault(ProbeSource.Piece piece, int column, String what, Kind kind) {

    /** What an expression can be wrong in. */
    enum Kind {
        /** It is no expression, whatever the fields. */
        SYNTAX,
        /** It has no meaning with the fields of the marker. */
        MEANING,
        /** It names a field that is not the same at all sites. */
        MIXED
    }

    /** What the compiler says of a value that is to go into a histogram; behind it stands the place. */
    private static final Pattern NO_NUMBER =
            Pattern.compile("(?s)no suitable method found for number\\(io\\.livemark\\.look\\.Row,(.*?),int\\).*");

    /** What it says of what has no value that a variable could take: a call of a void method, null, a lambda. */
    private static final String NO_VALUE = "compiler.err.cant.infer.local.var.type";

    private static final String OBJECTS =
            "; what is an Object here needs a cast, to a type that is public and on the" + " class path of the JVM";

    private static final Set<String> NO_VARIABLE =
            Set.of("compiler.err.cant.resolve", "compiler.err.cant.resolve.location");

    /** What the compiler says of a variable that is not there where two dots follow. */
    private static final String NO_PACKAGE = "compiler.err.doesnt.exist";

    /** What the compiler says where an expression in brackets of ours goes on after its end. */
    private static final Set<String> NO_END = Set.of("')' expected", "';' expected");

    private static final Pattern WORD = Pattern.compile("\\G\\p{javaJavaIdentifierPart}+");

    /** Null where the compiler complains of something else than an expression. */
    static Fault of(ProbeSource source, Diagnostic<?> said) {
        ProbeSource.Piece piece = source.at(said.getPosition());
        if (said.getKind() != Diagnostic.Kind.ERROR || piece == null || piece.expression() == null) {
            return null;
        }
        int start = (int) said.getStartPosition() - piece.start();
        String variable = missingVariable(piece.expression().source(), start, said);
        if (piece.marker().mixed().stream().anyMatch(field -> field.names().contains(variable))) {
            String what =
                    variable + " is not the same field at all its sites, which differ in the order of their fields";
            return new Fault(piece, start, what, Kind.MIXED);
        }
        if (NO_VALUE.equals(said.getCode())) {
            return new Fault(piece, 0, "it is no value of any type: " + reason(said), Kind.MEANING);
        }
        String words = inWords(said.getMessage(Locale.ENGLISH));
        Matcher number = NO_NUMBER.matcher(words);
        if (number.matches()) {
            // Said of the call behind it, and meant for the whole.
            return new Fault(piece, 0, "a number is needed, and this is " + number.group(1), Kind.MEANING);
        }
        return new Fault(piece, (int) said.getPosition() - piece.start(), words, Kind.MEANING);
    }

    /** The first of what the compiler says of a source that it cannot parse; null where that is no expression. */
    static Fault ofSyntax(ProbeSource source, List<? extends Diagnostic<?>> said) {
        Fault first = said.isEmpty() ? null : of(source, said.get(0));
        if (first == null) {
            return null;
        }
        boolean isWithin = first.column < first.piece.expression().source().length();
        String what = isWithin && NO_END.contains(first.what) ? "an operator or the end is expected" : first.what;
        return new Fault(first.piece, first.column, what, Kind.SYNTAX);
    }

    /** The name of which the compiler knows no variable; empty where it complains of something else. */
    private static String missingVariable(String text, int start, Diagnostic<?> said) {
        boolean isName = NO_VARIABLE.contains(said.getCode()) && said.getPosition() == said.getStartPosition();
        boolean isWithin = start >= 0 && start < text.length();
        Matcher word = WORD.matcher(text);
        return isWithin && (isName || NO_PACKAGE.equals(said.getCode())) && word.find(start) ? word.group() : "";
    }

    /** A sentence for a marker that is left out. */
    String sentence(long pid) {
        return refused() + ": " + what
                + (kind == Kind.MIXED ? "; " + piece.marker().sites(pid) + " shows them" : "");
    }

    /** Where nothing is left to look at. */
    Problem problem(ProbeSource source, long pid) {
        String known = piece.marker().known(field -> source.isObject(piece.marker(), field));
        String shown = "\n" + piece.expression().pointedAt("    ", column);
        if (kind == Kind.SYNTAX) {
            return new Problem(
                    piece.expression().option() + " is not one Java expression: " + what + shown,
                    "it is what Java has behind \"=\", without a semicolon: total > 100 && id != null");
        }
        return new Problem(
                refused() + " for " + piece.marker().name() + ": " + what + shown + "\n  " + known,
                kind == Kind.MIXED
                        ? piece.marker().sites(pid) + "   shows them; their marks are to have one order"
                        : "it is Java over these fields, besides site (marker, className, method, line) and thread"
                                + (known.contains(":Object (") ? OBJECTS : ""));
    }

    private String refused() {
        return piece.expression().option() + " does not compile";
    }

    /** The compiler's sentence in one line; where in a source that nobody sees is left out. */
    private static String inWords(String message) {
        StringBuilder words = new StringBuilder();
        for (String line : message.split("\n")) {
            String part = line.trim().replaceAll(" +", " ");
            if (!part.startsWith("location:") || !part.contains(ProbeSource.PACKAGE + ".")) {
                words.append(words.length() == 0 ? "" : "; ").append(part.replace("symbol: ", ""));
            }
        }
        return words.toString().replace("livemark$", "");
    }

    /** What stands in brackets at the end: {@code variable initializer is 'null'}. */
    private static String reason(Diagnostic<?> said) {
        String words = inWords(said.getMessage(Locale.ENGLISH));
        return words.substring(words.indexOf('(') + 1)
                .replaceFirst("\\)$", "")
                .replace("variable initializer is", "it is");
    }
}
