/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.compilers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** What must be so for every language; a subclass for each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShopTestBase {

    private static final String FORM_OF_WOVEN = "^( .*:\\d+) (guarded|(?:flag|evaluated): .*)";

    @Parameter
    Arrival arrival;

    ShopRuns runs;

    /** {@return the program, which is compiled once for all arrivals} */
    abstract Shop shop();

    @BeforeParameterizedClassInvocation
    void run(Arrival arrival) {
        runs = ShopRuns.of(shop(), arrival);
    }

    @Test
    void the_program_does_what_it_does_without_the_agent() {
        assertEquals(shop().alone(), runs.idle(), "with the agent and no probe");
        assertEquals(shop().alone(), ShopRuns.withoutHits(runs.armed()), "with a probe");
        assertEquals(shop().alone(), runs.after(), "after the probe");
    }

    @Test
    void every_value_arrives() {
        KnownText.compare(shop().snapshots() + "/run", runs.armed());
    }

    @Test
    void a_handler_takes_values_as_the_primitives_that_they_were() {
        assertEquals(shop().typed(), runs.typed());
    }

    @Test
    void every_site_has_its_form_and_its_types() {
        KnownText.compare(shop().snapshots() + "/sites", asWithAnotherJdk(runs.sites()));
    }

    @Test
    void sites_are_known_before_a_probe_comes() {
        List<String> known = knownSites();
        assertEquals(arrival == Arrival.AT_START ? known : unwoven(known), runs.idleSites());
    }

    private List<String> knownSites() {
        return KnownText.lines(shop().snapshots() + "/sites");
    }

    /** What the list says of the same sites while their classes are as they were loaded. */
    private static List<String> unwoven(List<String> sites) {
        return sites.stream()
                .map(line -> line.replaceFirst(FORM_OF_WOVEN, "$1 unwoven: loaded before the agent"))
                .toList();
    }

    /**
     * After a late attach, the sites in a class that this JDK would damage take the shim; Scala's always, since their methods have
     * the names of their parameters.
     */
    private List<String> asWithAnotherJdk(List<String> sites) {
        List<String> known = knownSites();
        if (arrival == Arrival.AT_START || known.size() != sites.size()) {
            return sites;
        }
        return IntStream.range(0, sites.size())
                .mapToObj(i -> isSpared(sites.get(i), known.get(i)) ? known.get(i) : sites.get(i))
                .toList();
    }

    private static boolean isSpared(String now, String known) {
        String shim = now.contains("(JDK-8240908)") ? now.substring(now.indexOf(" shim: JDK ")) : "";
        return !shim.isEmpty() && now.equals(known.replaceFirst(FORM_OF_WOVEN, "$1") + shim);
    }
}
