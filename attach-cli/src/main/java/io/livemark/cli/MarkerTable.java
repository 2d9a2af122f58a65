/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.protocol.Marker;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Markers for people. */
final class MarkerTable {

    private static final String INDENT = "    ";

    private MarkerTable() {}

    static void print(List<Marker> markers, boolean sites, PrintWriter out) {
        TextTable table = new TextTable("MARKER", "FIELDS", "STATE", "SITES", "HITS", "PROBES");
        for (Marker marker : markers) {
            table.row(
                    marker.marker(),
                    fields(marker),
                    marker.state().name().toLowerCase(Locale.ROOT),
                    Integer.toString(marker.sites().size()),
                    Long.toString(marker.hits()),
                    marker.probes().isEmpty() ? "-" : String.join(" ", marker.probes()));
            if (!marker.reason().isEmpty()) {
                table.line(INDENT + marker.reason());
            }
            if (sites) {
                for (Marker.Site site : marker.sites()) {
                    table.line(INDENT + site(site));
                }
            }
        }
        table.print(out);
    }

    private static String site(Marker.Site site) {
        return site.className() + "." + site.method() + ":" + site.line() + " " + site.form()
                + (site.reason().isEmpty() ? "" : " (" + site.reason() + ")");
    }

    private static String fields(Marker marker) {
        if (marker.fields().isEmpty()) {
            return "-";
        }
        StringBuilder text = new StringBuilder(fields(marker.fields()));
        for (List<Marker.Field> variant : marker.variants()) {
            text.append(" or ").append(variant.isEmpty() ? "-" : fields(variant));
        }
        return text.toString();
    }

    private static String fields(List<Marker.Field> fields) {
        StringBuilder text = new StringBuilder();
        for (Marker.Field field : fields) {
            text.append(text.length() == 0 ? "" : " ")
                    .append(field.name())
                    .append(':')
                    .append(field.type().replace("java.lang.", ""));
        }
        return text.toString();
    }
}
