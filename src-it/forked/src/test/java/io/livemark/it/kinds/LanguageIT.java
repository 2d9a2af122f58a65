/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.kinds;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.livemark.it.Arrival;
import io.livemark.it.ForkedJvm;
import io.livemark.it.HoweverTheAgentComes;
import io.livemark.it.Jdk;
import io.livemark.it.Sources;
import io.livemark.it.probes.AnyProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** What the language has got since the release that these tests are compiled for, and what seals a class. */
@HoweverTheAgentComes
class LanguageIT {

    private static final Marks SEALED = new Marks("Sealed", "3.0 8.0 -1.0")
            .withNames("sealed.compact.branch", "guarded", "-1.0")
            .withNames("sealed.compact", "guarded", "1.0")
            .withNames("sealed.record.this", "guarded", "2")
            .with("sealed.abstract", "guarded", "line")
            .with("sealed.pattern", "guarded", "1.0")
            .with("sealed.private", "guarded", "1.0")
            .with("sealed.scope", "evaluated", "2.0, 2.0")
            .with("sealed.private", "guarded", "2.0")
            .with("sealed.not", "guarded", "line")
            .with("sealed.subclass", "guarded", "line")
            .with("sealed.private", "guarded", "1.0");

    private static final Marks PATTERNS = new Marks("Patterns", "nested rest pair null long other low")
            .with("patterns.when", "guarded", "3")
            .with("patterns.nested", "guarded", "1, 2, x")
            .with("patterns.when", "guarded", "1")
            .with("patterns.rest", "guarded", "Pair[first=0, second=x]")
            .with("patterns.pair", "guarded", "-2")
            .with("patterns.null", "guarded", "")
            .with("patterns.guard", "evaluated", "4")
            .with("patterns.enum", "guarded", "LOW");

    private static final long SUM = 1L << 40;

    private static final Marks PROLOGUE = new Marks("Prologue", "2/1.0/null none 1/0.5/null a")
            .with("prologue.first", "guarded", "2, null")
            .with("prologue.between", "guarded", "2, 4, 9")
            .with("prologue.loop", "guarded", "0, " + SUM, "1, " + SUM)
            .with("prologue.caught", "evaluated", "NullPointerException")
            .with("prologue.last", "guarded", "4, " + (SUM + 1))
            .with("prologue.lambda", "guarded", "none")
            .with("prologue.base", "guarded", "" + (SUM + 5))
            .with("prologue.shown", "guarded", "2, 1.0, null")
            .with("prologue.after", "guarded", "2, 1.0, nobody, 2/1.0/null")
            .with("prologue.this", "guarded", "1")
            .with("prologue.first", "guarded", "1, a")
            .with("prologue.between", "guarded", "1, 2, 9")
            .with("prologue.loop", "guarded", "0, " + SUM)
            .with("prologue.called", "evaluated", "1")
            .with("prologue.last", "guarded", "1, " + SUM)
            .with("prologue.lambda", "guarded", "a")
            .with("prologue.base", "guarded", "" + (SUM + 1))
            .with("prologue.shown", "guarded", "1, 0.5, null")
            .with("prologue.after", "guarded", "1, 0.5, nobody, 1/0.5/null")
            .with("prologue.this.after", "guarded", "a");

    private static final List<Marks> ALL = List.of(SEALED, PATTERNS, PROLOGUE);

    @TempDir
    static Path classes;

    private static ForkedJvm target;

    @Parameter
    Arrival arrival;

    @BeforeAll
    static void compile() {
        for (Marks marks : programs()) {
            Path source = Sources.write(classes, marks.program(), Sources.resource("kinds/" + marks.program()));
            Sources.compile(source, classes);
        }
    }

    @BeforeParameterizedClassInvocation
    static void start(Arrival arrival) {
        target = Marks.startWithout(arrival, List.of(classes));
        programs().forEach(marks -> marks.runsIdle(target));
        target.load(AnyProbe.class).exits(0);
    }

    @AfterParameterizedClassInvocation
    static void end() {
        target.livemark("unload", "AnyProbe").exits(0);
        programs().forEach(marks -> marks.runsIdle(target));
        target.close();
    }

    @Test
    void marks_in_sealed_types_with_patterns_and_in_all_kinds_of_interface_methods() {
        pass(SEALED);
    }

    @Test
    void marks_where_records_are_taken_apart_by_a_switch() {
        pass(PATTERNS);
    }

    @Test
    void marks_in_front_of_super_and_of_this() {
        pass(PROLOGUE);
    }

    private static void pass(Marks marks) {
        assumeTrue(programs().contains(marks), "not in the language of " + Jdk.feature());
        marks.areHit(target);
        marks.areListed(target, marks.program().toLowerCase(Locale.ROOT) + ".*");
    }

    /** Those that the JDK under test can compile. */
    private static List<Marks> programs() {
        return Jdk.feature() < 21 ? List.of(SEALED) : Jdk.feature() < 25 ? List.of(SEALED, PATTERNS) : ALL;
    }
}
