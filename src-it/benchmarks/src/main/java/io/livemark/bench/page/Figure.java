/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.page;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A number on the page that is shown again elsewhere: in the list of targets, where it has one, and in the README, where it
 * has a name there.
 *
 * @param text what it is
 * @param readme its name in the README; null if it is not there
 * @param most the target; null if there is none, or if it is {@code least}
 * @param besideName who is shown beside it in the README; null for nobody
 * @param cause why the target is missed, where that is known
 */
record Figure(
        String text,
        String readme,
        String suite,
        String table,
        List<String> row,
        String column,
        Double most,
        Double least,
        String besideName,
        List<String> besideRow,
        String cause) {

    boolean isTarget() {
        return most != null || least != null;
    }

    String target() {
        return most != null ? "≤ " + plain(most) : "≥ " + plain(least);
    }

    /** {@return the number, in bold and with the word if it misses the target} */
    String against(Result result) {
        OptionalDouble value = value(result);
        if (value.isEmpty()) {
            return "not measured";
        }
        String cell = result.table(table).cell(row, column);
        return misses(value.getAsDouble()) ? "**" + cell + "**, missed" : cell;
    }

    boolean isMissed(Result result) {
        OptionalDouble value = value(result);
        return value.isPresent() && misses(value.getAsDouble());
    }

    private boolean misses(double value) {
        return most != null && value > most || least != null && value < least;
    }

    String forReadme(Result result) {
        if (value(result).isEmpty()) {
            return "not measured";
        }
        Table numbers = result.table(table);
        String cell = numbers.cell(row, column);
        if (besideName == null) {
            return cell;
        }
        String beside =
                numbers.median(besideRow, column).isPresent() ? numbers.cell(besideRow, column) : "does not run";
        return cell + " (" + besideName + ": " + beside + ")";
    }

    private OptionalDouble value(Result result) {
        Table numbers = result == null ? null : result.table(table);
        return numbers == null ? OptionalDouble.empty() : numbers.median(row, column);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : String.valueOf(number);
    }
}
