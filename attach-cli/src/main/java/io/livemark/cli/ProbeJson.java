/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.protocol.Holder;
import io.livemark.protocol.LoadedProbe;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Probes for programs: the names of the fields are a promise. */
final class ProbeJson {

    private ProbeJson() {}

    static void print(List<LoadedProbe> probes, PrintWriter out) {
        Json json = new Json();
        json.array();
        for (LoadedProbe probe : probes) {
            json.object().name("probe").value(probe.name());
            json.name("class").value(probe.className());
            json.name("on").values(probe.patterns());
            json.name("state").value(probe.state().name().toLowerCase(Locale.ROOT));
            json.name("deliveries").value(probe.deliveries());
            json.name("exceptions").value(probe.exceptions());
            if (!probe.firstException().isEmpty()) {
                json.name("firstException").value(probe.firstException());
            }
            json.name("suppressed").value(probe.suppressed());
            json.name("misfits").values(probe.misfits());
            json.name("holders").array();
            for (Holder holder : probe.holders()) {
                holder(holder, json);
            }
            json.end(']').end('}');
        }
        out.println(json.end(']'));
    }

    private static void holder(Holder holder, Json json) {
        json.object().name("thread").value(holder.thread());
        json.name("id").value(holder.id());
        json.name("virtual").value(holder.virtual());
        json.name("state").value(holder.state().toLowerCase(Locale.ROOT));
        json.name("stack").values(holder.stack()).end('}');
    }
}
