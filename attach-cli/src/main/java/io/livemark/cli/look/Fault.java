/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.problem.Problem;
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
 * @param isMixed whether that is the name of a field that is not the same at all sites
 */
record Fault(ProbeSource.Piece piece, int column, String what, boolean isMixed) {

    /** What the compiler says of a value that is to go into a histogram. */
    private static final Pattern NO_NUMBER =
            Pattern.compile("(?s)no suitable method found for number\\(io\\.livemark\\.look\\.Row,([^)]*)\\).*");

    private static final Set<String> NO_VARIABLE =
            Set.of("compiler.err.cant.resolve", "compiler.err.cant.resolve.location");

    /** What the compiler says of a variable that is not there where two dots follow. */
    private static final String NO_PACKAGE = "compiler.err.doesnt.exist";

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
            return new Fault(piece, start, what, true);
        }
        int column = (int) said.getPosition() - piece.start();
        return new Fault(piece, column, inWords(said.getMessage(Locale.ENGLISH)), false);
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
        return refused() + ": " + what + (isMixed ? "; " + piece.marker().sites(pid) + " shows them" : "");
    }

    /** Where nothing is left to look at. */
    Problem problem(long pid) {
        return new Problem(
                refused() + " for " + piece.marker().name() + ": " + what + "\n"
                        + piece.expression().pointedAt("    ", column) + "\n  "
                        + piece.marker().known(),
                isMixed
                        ? piece.marker().sites(pid) + "   shows them; their marks are to have one order"
                        : "it is Java over these fields, besides site (marker, className, method, line) and thread");
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
        return NO_NUMBER
                .matcher(words.toString().replace("livemark$", ""))
                .replaceAll("a number is needed, and this is $1");
    }
}
