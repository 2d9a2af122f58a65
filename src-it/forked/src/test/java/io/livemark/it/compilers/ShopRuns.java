/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.compilers;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Listing;
import io.livemark.it.probes.AnyProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one program said to the same commands: with the agent, with a probe, and after the probe.
 *
 * @param idle with the agent and no probe
 * @param armed with a probe on every marker
 * @param after without a probe again
 * @param typed with a probe whose handlers take primitives
 * @param idleSites what {@code list --sites} said before there was a probe
 * @param sites what it said with the probe
 */
record ShopRuns(
        List<String> idle,
        List<String> armed,
        List<String> after,
        List<String> typed,
        List<String> idleSites,
        List<String> sites) {

    static ShopRuns of(Shop program, Arrival arrival) {
        List<String> commands = program.commands();
        boolean atStart = arrival == Arrival.AT_START;
        try (ForkedJvm shop = atStart
                ? ForkedJvm.start(program.main(), arrival, program.classPath())
                : ForkedJvm.startWithoutAgent(program.main(), program.classPath())) {
            List<String> idle = Shop.answers(shop, commands);
            if (!atStart) {
                // Only now: so its classes are there, and are woven when the probe comes.
                shop.livemark("attach").exits(0);
            }
            List<String> idleSites = sites(shop.list("--sites"));
            shop.load(AnyProbe.class).exits(0);
            List<String> armed = Shop.answers(shop, commands);
            List<String> sites = sites(shop.list("--sites"));
            shop.livemark("unload", "AnyProbe").exits(0);
            List<String> after = Shop.answers(shop, commands);
            shop.load(ShopProbe.class).exits(0);
            List<String> typed = Shop.answers(shop, program.typedCommands());
            return new ShopRuns(idle, armed, after, typed, idleSites, sites);
        }
    }

    /** {@return the lines of a run that the program itself printed} */
    static List<String> withoutHits(List<String> run) {
        return run.stream().filter(line -> !line.startsWith("hit ")).toList();
    }

    private static List<String> sites(Listing listing) {
        List<String> lines = new ArrayList<>();
        for (String marker : listing.markers()) {
            lines.add((marker + " " + fields(listing, marker)).strip());
            listing.sites(marker).stream().map(ShopRuns::site).sorted().forEach(lines::add);
        }
        return lines;
    }

    /** Types of one field that differ from site to site come in the order in which the classes were loaded. */
    private static String fields(Listing listing, String marker) {
        return Stream.of(listing.fields(marker).split(", "))
                .map(field -> field.substring(0, field.indexOf(' ') + 1)
                        + Stream.of(field.substring(field.indexOf(' ') + 1).split("\\|"))
                                .sorted()
                                .collect(Collectors.joining("|")))
                .collect(Collectors.joining(", "));
    }

    private static String site(Map<String, Object> site) {
        String place =
                "    " + site.get("class") + "." + site.get("method") + ":" + ((Double) site.get("line")).intValue();
        Object reason = site.get("reason");
        return place + " " + site.get("form") + (reason == null ? "" : ": " + reason);
    }
}
