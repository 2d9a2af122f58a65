/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import io.livemark.it.Listing;
import io.livemark.it.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The class {@code Turns} as a program starts with it, and as somebody has changed it since. */
enum Turns {
    /** At first. */
    BEFORE("""
            import static io.livemark.Mark.mark;

            public final class Turns {
                public static int turn(int n) {
                    mark("turns.moved n={}", n);
                    mark("turns.removed n={}", n);
                    return n * 2;
                }
            }
            """, Map.of("turns.moved", "turn:5", "turns.removed", "turn:6")),
    /** One mark is added, one removed, one has another line. */
    AFTER("""
            import static io.livemark.Mark.mark;

            public final class Turns {
                public static int turn(int n) {
                    int thrice = n * 3;
                    mark("turns.added n={} thrice={}", n, thrice);

                    mark("turns.moved n={}", n);
                    return thrice;
                }
            }
            """, Map.of("turns.added", "turn:6", "turns.moved", "turn:8"));

    private final String source;
    private final Map<String, String> sites;

    Turns(String source, Map<String, String> sites) {
        this.source = source;
        this.sites = sites;
    }

    /** {@return the class file, in a directory of its own} */
    Path compile(Path directory) {
        try {
            Path own = Files.createDirectories(directory.resolve(name()));
            Sources.compile(Sources.write(own, "Turns", source), own, "--release", "17");
            return own.resolve("Turns.class");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what a turn prints} */
    String[] turn(int n, boolean armed) {
        String made = "made " + n * (this == BEFORE ? 2 : 3);
        if (!armed) {
            return new String[] {made};
        }
        return this == BEFORE
                ? new String[] {"hit turns.moved [" + n + "]", "hit turns.removed [" + n + "]", made}
                : new String[] {"hit turns.added [" + n + ", " + n * 3 + "]", "hit turns.moved [" + n + "]", made};
    }

    /** The sites are those of this class, each once and with this form. */
    void areListed(Listing list, String form) {
        List<String> markers = list.markers().stream()
                .filter(name -> name.startsWith("turns."))
                .sorted()
                .toList();
        if (!markers.equals(sites.keySet().stream().sorted().toList())) {
            throw list.failure("the markers were to be " + sites.keySet() + ", not " + markers);
        }
        for (String marker : markers) {
            List<String> found = list.sites(marker).stream()
                    .map(site ->
                            site.get("method") + ":" + ((Double) site.get("line")).intValue() + " " + site.get("form"))
                    .toList();
            if (!found.equals(List.of(sites.get(marker) + " " + form))) {
                throw list.failure(
                        "the sites of " + marker + " were to be " + sites.get(marker) + " " + form + ", not " + found);
            }
        }
    }
}
