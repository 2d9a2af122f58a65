/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.protocol.Marker;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Markers for programs: the names of the fields are a promise. */
final class MarkerJson {

    private MarkerJson() {}

    static void print(List<Marker> markers, PrintWriter out) {
        Json json = new Json();
        json.array();
        for (Marker marker : markers) {
            json.object().name("marker").value(marker.marker());
            json.name("fields");
            fields(marker.fields(), json);
            if (!marker.variants().isEmpty()) {
                json.name("variants").array();
                marker.variants().forEach(variant -> fields(variant, json));
                json.end(']');
            }
            json.name("sites").array();
            for (Marker.Site site : marker.sites()) {
                site(site, json);
            }
            json.end(']').name("state").value(marker.state().name().toLowerCase(Locale.ROOT));
            reason(marker.reason(), json);
            json.name("probes").array();
            for (String probe : marker.probes()) {
                json.value(probe);
            }
            json.end(']').name("hits").value(marker.hits()).end('}');
        }
        out.println(json.end(']'));
    }

    private static void fields(List<Marker.Field> fields, Json json) {
        json.array();
        for (Marker.Field field : fields) {
            json.object().name("name").value(field.name());
            json.name("type").value(field.type()).end('}');
        }
        json.end(']');
    }

    private static void site(Marker.Site site, Json json) {
        json.object().name("class").value(site.className());
        json.name("method").value(site.method());
        json.name("line").value(site.line());
        json.name("form").value(site.form());
        reason(site.reason(), json);
        json.end('}');
    }

    private static void reason(String reason, Json json) {
        if (!reason.isEmpty()) {
            json.name("reason").value(reason);
        }
    }
}
