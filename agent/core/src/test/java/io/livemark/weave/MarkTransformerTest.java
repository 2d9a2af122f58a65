/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.Mark;
import io.livemark.weave.marked.Effects;
import io.livemark.weave.marked.MarkWithArguments;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.slf4j.helpers.NOPLogger;

class MarkTransformerTest {

    private static final String MARKED = "io/livemark/weave/marked/MarkWithArguments";
    private static final String NAME = MarkWithArguments.class.getName();

    private final ClassLoader application = new URLClassLoader(new URL[0], null);
    private final Catalog catalog = new Catalog();
    private final List<String> defined = new ArrayList<>();
    private final Gate gate = new Gate();
    private final MarkTransformer transformer = new MarkTransformer(catalog, gate, NOPLogger.NOP_LOGGER);

    @BeforeEach
    void open() {
        gate.openAfter(() -> {});
    }

    MarkTransformerTest() {
        catalog.onDefined(marked -> defined.add(marked.name()));
    }

    @Test
    void a_marked_class_is_woven_as_it_is_defined_and_told() {
        byte[] file = ClassFiles.of(MarkWithArguments.class);
        assertNotNull(transformer.transform(application, MARKED, null, null, file));
        assertEquals(List.of(MarkWithArguments.class.getName()), defined);
        MarkedClass marked = catalog.get(application, MarkWithArguments.class.getName());
        assertEquals(new MarkedClass.Woven(), marked.state());
        assertEquals(List.of(), catalog.notes());
    }

    @Test
    void mark_itself_gets_the_shim_in_any_loader() {
        byte[] file = ClassFiles.of(Mark.class);
        assertNotNull(transformer.transform(application, "io/livemark/Mark", null, null, file));
        assertNotNull(transformer.transform(null, "io/livemark/Mark", Mark.class, null, file));
        assertEquals(List.of(), defined);
    }

    @Test
    void a_class_without_marks_is_left_as_it_is() {
        byte[] file = ClassFiles.of(Effects.class);
        assertNull(transformer.transform(application, "io/livemark/weave/marked/Effects", null, null, file));
        assertEquals(List.of(), defined);
    }

    @Test
    void the_agent_does_not_weave_itself() {
        byte[] file = ClassFiles.of(MarkWithArguments.class);
        for (String name : List.of("livemark", "livemark-probe-SlowOrders")) {
            ClassLoader ours = new ClassLoader(name, application) {};
            assertTrue(transformer.transform(ours, MARKED, null, null, file) == null, name);
        }
        assertEquals(List.of(), defined);
    }

    @Test
    void a_loader_is_not_asked_for_its_name() {
        byte[] file = ClassFiles.of(MarkWithArguments.class);
        AtomicInteger asked = new AtomicInteger();
        ClassLoader theirs = new ClassLoader("shop", application) {
            @Override
            public String getName() {
                asked.incrementAndGet();
                return super.getName();
            }
        };
        asked.set(0);
        assertNotNull(transformer.transform(theirs, MARKED, null, null, file));
        assertEquals(0, asked.get(), "it is the application's code");
    }

    @Test
    void a_class_that_is_being_replaced_is_woven_whether_a_probe_has_needed_it_or_not() {
        byte[] file = ClassFiles.of(MarkWithArguments.class);
        assertNotNull(replace(file), "not known");
        assertNotNull(replace(file), "known, not needed");
        MarkedClass marked = catalog.get(application, NAME);
        marked.taken();
        assertEquals(new MarkedClass.Woven(), marked.state());
        assertNotNull(replace(file), "woven");
        assertEquals(List.of(NAME, NAME, NAME), defined);
    }

    @Test
    void a_version_that_the_jvm_has_not_taken_is_not_shown_but_both_are_within_reach() {
        catalog.putIfAbsent(application, unwoven("Swapped", swapped("old")));
        MarkedClass marked = catalog.get(application, "Swapped");
        marked.type(String.class);
        assertNotNull(transformer.transform(application, "Swapped", String.class, null, swapped("renewed")));
        assertEquals(List.of("old"), texts(marked.sites()));
        assertEquals(List.of("old"), texts(marked.shimmed()));
        marked.taken();
        assertEquals(List.of("renewed"), texts(marked.sites()));
        assertEquals(List.of("old"), texts(marked.shimmed()), "until somebody has looked for threads in it");
        marked.look(marked.replaced(), Stacks.of(Map.of()));
        assertEquals(List.of(), marked.shimmed());
    }

    @Test
    void a_class_that_was_left_alone_stays_so_with_its_new_sites() {
        MarkedClass marked = unwoven("Swapped", swapped("old"));
        marked.state(new MarkedClass.LeftAlone(Reason.Cause.RUNNING_LOOP.because("m")));
        catalog.putIfAbsent(application, marked);
        assertNull(transformer.transform(application, "Swapped", String.class, null, swapped("renewed")));
        marked.taken();
        assertEquals(List.of("renewed"), texts(marked.sites()));
        assertInstanceOf(SiteForm.Shim.class, marked.sites().get(0).form());
    }

    @Test
    void sites_that_are_woven_already_are_not_forgotten() {
        byte[] woven = transformer.transform(application, "Swapped", null, null, swapped("first"));
        MarkedClass marked = catalog.get(application, "Swapped");
        List<MarkedSite> sites = marked.sites();
        // As another tool writes it: with a constant pool of its own, in which Mark is not named any more.
        ClassWriter rewritten = new ClassWriter(0);
        new ClassReader(woven).accept(rewritten, 0);
        assertFalse(ConstantPool.namesMark(rewritten.toByteArray()));
        for (byte[] file : List.of(woven, rewritten.toByteArray())) {
            assertNull(transformer.transform(application, "Swapped", String.class, null, file));
            marked.taken();
            assertEquals(sites, marked.sites());
        }
    }

    @Test
    void sites_that_are_gone_are_forgotten() {
        transformer.transform(application, "Swapped", null, null, swapped("first"));
        MarkedClass marked = catalog.get(application, "Swapped");
        byte[] without = ClassFiles.compile("Swapped", "class Swapped {}").get("Swapped");
        assertNull(transformer.transform(application, "Swapped", String.class, null, without));
        marked.taken();
        assertEquals(List.of(), marked.sites());
    }

    @Test
    void a_file_that_is_none_is_noted_and_left_as_it_is() {
        byte[] file = ClassFiles.of(MarkWithArguments.class);
        file[10] = 99;
        assertNull(transformer.transform(application, MARKED, null, null, file));
        assertEquals(1, catalog.notes().size());
        String expected = MarkWithArguments.class.getName() + " was left as it is: ";
        assertTrue(catalog.notes().get(0).startsWith(expected), catalog.notes().get(0));
    }

    @Test
    void a_sample_without_a_mark_is_a_bug() {
        Weaver weaver = new Weaver(null, NOPLogger.NOP_LOGGER);
        weaver.prepare(ClassFiles.of(MarkWithArguments.class));
        assertThrows(IllegalStateException.class, () -> weaver.prepare(ClassFiles.of(Effects.class)));
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_class_that_is_defined_while_ours_are_loaded_on_the_same_thread_is_looked_for_later() {
        Gate loading = new Gate(Waiting.FOR_EVER_MILLIS);
        MarkTransformer other = new MarkTransformer(catalog, loading, NOPLogger.NOP_LOGGER);
        byte[] file = ClassFiles.of(MarkWithArguments.class);
        loading.openAfter(() -> assertNull(other.transform(application, MARKED, null, null, file)));
        assertEquals(1, loading.turnedAway());
        assertNotNull(other.transform(application, MARKED, null, null, file));
        assertEquals(1, loading.turnedAway());
    }

    private static MarkedClass unwoven(String name, byte[] file) {
        ClassVersion version =
                new ClassVersion(ClassWeaver.sites(file), ClassFacts.of(file), new MarkedClass.Unwoven());
        return new MarkedClass(name, null, version);
    }

    private byte[] replace(byte[] file) {
        return transformer.transform(application, MARKED, MarkWithArguments.class, null, file);
    }

    private static List<String> texts(List<MarkedSite> sites) {
        return sites.stream().map(MarkedSite::text).toList();
    }

    private static byte[] swapped(String marker) {
        return ClassFiles.compile(
                        "Swapped", "class Swapped { void m() { io.livemark.Mark.mark(\"" + marker + "\"); } }")
                .get("Swapped");
    }
}
