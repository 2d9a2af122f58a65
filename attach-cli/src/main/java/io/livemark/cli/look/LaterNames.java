/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What sites that came later call the fields of a marker, and what that does to a look: its handlers take fields by their place, and go on to.
 *
 * @param before the marker with all names so far
 * @param now with those that came
 * @param expressions all of the look
 */
record LaterNames(LookMarker before, LookMarker now, List<Expression> expressions) {

    /** What is shown where the values of some of these sites do not go where those of the first went. */
    static final String SOME_LEFT_OUT =
            "hits whose types do not fit are left out, and others have the names of the first sites";

    /** {@return whether an expression uses one of the names that came: it may fit now} */
    boolean areWanted() {
        return places().anyMatch(place -> now.fields().get(place).names().stream()
                .anyMatch(name -> !before.fields().get(place).names().contains(name) && isNamed(name)));
    }

    /**
     * Whether hits at these sites come, as far as their types show.
     *
     * @param looked the marker as it was when its handler was made
     */
    boolean areTakenBy(LookMarker looked) {
        return IntStream.range(0, now.fields().size()).noneMatch(place -> {
            LookField field = looked.fields().get(place);
            Set<String> types = LookField.split(now.fields().get(place).declared());
            types.removeAll(LookField.split(before.fields().get(place).declared()));
            return types.stream().anyMatch(type -> field.refuses(type, isNamed(field)));
        });
    }

    /**
     * What the user is to know: nothing, where no name is shown or used.
     *
     * @param pid of the JVM
     * @param shown what becomes of the names in what is shown; empty where none are
     */
    Optional<String> sentence(long pid, String shown) {
        boolean isOrder = now.mixed().size() > before.mixed().size();
        String used = used();
        if (!isOrder && shown.isEmpty() && used.isEmpty()) {
            return Optional.empty();
        }
        String fields =
                places().mapToObj(now.fields()::get).map(LookField::name).collect(Collectors.joining(", "));
        return Optional.of("sites of " + now.name() + " that came later "
                + (isOrder ? "differ in the order of their fields, " : "call fields otherwise, ") + fields
                + (shown.isEmpty() ? "" : "; " + shown)
                + (used.isEmpty() ? "" : "; " + used)
                + (isOrder && !used.isEmpty() ? "; start the look again" : "")
                + "; " + now.sites(pid) + " shows them");
    }

    /** The expressions that use a field which is called otherwise now. */
    private String used() {
        List<LookField> fields = places().mapToObj(before.fields()::get).toList();
        List<String> names = fields.stream()
                .flatMap(field -> field.names().stream())
                .filter(this::isNamed)
                .distinct()
                .toList();
        List<String> options = expressions.stream()
                .filter(expression -> names.stream().anyMatch(expression::names))
                .map(Expression::option)
                .distinct()
                .toList();
        return names.isEmpty()
                ? ""
                : "for " + String.join(", ", options) + " the place at the first sites counts: "
                        + String.join(", ", names);
    }

    /** The places of fields that are called otherwise, or are not the same at all sites any more. */
    private IntStream places() {
        return IntStream.range(0, now.fields().size()).filter(place -> {
            LookField one = before.fields().get(place);
            LookField other = now.fields().get(place);
            return !one.name().equals(other.name()) || one.isMixed() != other.isMixed();
        });
    }

    private boolean isNamed(LookField field) {
        return !field.isMixed() && field.names().stream().anyMatch(this::isNamed);
    }

    private boolean isNamed(String name) {
        return expressions.stream().anyMatch(expression -> expression.names(name));
    }
}
