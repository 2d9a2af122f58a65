/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import io.livemark.protocol.LoadedProbe;
import io.livemark.protocol.Marker;
import io.livemark.protocol.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an agent may answer, look by look, a second apart. */
final class Looks {

    private static final long SECOND = 1_000_000_000;

    private final Board board = new Board();
    private final List<Marker> markers = new ArrayList<>();
    private final List<LoadedProbe> probes = new ArrayList<>();
    private long nanos = SECOND;

    Looks marker(String name, Marker.State state, long hits, String... on) {
        List<Marker.Field> fields = List.of(new Marker.Field("id", "java.lang.String"), new Marker.Field("n", "long"));
        markers.add(new Marker(name, fields, List.of(), List.of(), state, "", List.of(on), hits));
        return this;
    }

    Looks probe(String name, long spentNanos) {
        probes.add(new LoadedProbe(
                name, "X", List.of("*"), LoadedProbe.State.LOADED, 0, 0, "", 0, List.of(), List.of(), spentNanos));
        return this;
    }

    /** The board takes in what was said since the last look. */
    Board look(String... counted) {
        board.look(new Reply.Markers(List.copyOf(markers), List.copyOf(probes), List.of(), 0), Set.of(counted), nanos);
        nanos += SECOND;
        markers.clear();
        probes.clear();
        return board;
    }

    /** An ordinary shop, at the third look. */
    static Board shop() {
        Looks looks = new Looks();
        for (int i = 0; i < 3; i++) {
            looks.marker("cart.emptied", Marker.State.IDLE, 0)
                    .marker("http.request.end", Marker.State.ARMED, 1000 + 12_340L * i * i, "top-1", "Slow")
                    .marker("order.placed", Marker.State.ARMED, 5L * i, "top-2")
                    .marker("refund.paid", Marker.State.WAITING, 0, "Refunds")
                    .probe("top-1", 1_000_000L * i)
                    .probe("Slow", 200_000_000L * i)
                    .probe("top-2", 0)
                    .look("http.request.end", "order.placed");
        }
        return looks.board;
    }
}
