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
 * @param perRow the row by whose number it is divided; null for none
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
        List<String> perRow,
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
        OptionalDouble value = value(result, row);
        if (value.isEmpty()) {
            return "not measured";
        }
        String cell = cell(result, value.getAsDouble());
        if (result.isBusy()) {
            return cell + ", on a busy machine";
        }
        return misses(value.getAsDouble()) ? "**" + cell + "**, missed" : cell;
    }

    boolean isMissed(Result result) {
        OptionalDouble value = value(result, row);
        return value.isPresent() && !result.isBusy() && misses(value.getAsDouble());
    }

    private boolean misses(double value) {
        return most != null && value > most || least != null && value < least;
    }

    String forReadme(Result result) {
        OptionalDouble value = value(result, row);
        if (value.isEmpty()) {
            return "not measured";
        }
        if (result.isBusy()) {
            return "not measured on an idle machine";
        }
        String cell = cell(result, value.getAsDouble());
        if (besideName == null) {
            return cell;
        }
        OptionalDouble beside = value(result, besideRow);
        return cell + " (" + besideName + ": "
                + (beside.isPresent() ? cell(result, beside.getAsDouble()) : "does not run") + ")";
    }

    private String cell(Result result, double value) {
        return perRow == null ? result.table(table).format(column, value) : String.format(Locale.ROOT, "%.2f", value);
    }

    private OptionalDouble value(Result result, List<String> ofRow) {
        Table numbers = result == null ? null : result.table(table);
        OptionalDouble value = numbers == null ? OptionalDouble.empty() : numbers.median(ofRow, column);
        if (value.isEmpty() || perRow == null) {
            return value;
        }
        OptionalDouble divisor = numbers.median(perRow, column);
        return divisor.isEmpty() ? divisor : OptionalDouble.of(value.getAsDouble() / divisor.getAsDouble());
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : String.valueOf(number);
    }
}
