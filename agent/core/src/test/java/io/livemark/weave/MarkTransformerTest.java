/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

class MarkTransformerTest {

    private static final String MARKED = "io/livemark/weave/marked/MarkWithArguments";

    private final ClassLoader application = new URLClassLoader(new URL[0], null);
    private final Catalog catalog = new Catalog();
    private final List<String> defined = new ArrayList<>();
    private final MarkTransformer transformer = new MarkTransformer(catalog, NOPLogger.NOP_LOGGER);

    MarkTransformerTest() {
        catalog.onDefined(marked -> defined.add(marked.name()));
    }

    @Test
    void a_marked_class_is_woven_as_it_is_defined_and_told() {
        byte[] file = ClassFiles.of(MarkWithArguments.class);
        assertNotNull(transformer.transform(application, MARKED, null, null, file));
        assertEquals(List.of(MarkWithArguments.class.getName()), defined);
        MarkedClass marked = catalog.get(application, MarkWithArguments.class.getName());
        assertEquals(new MarkedClass.Woven(false), marked.state());
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
    void a_class_that_nobody_needs_is_left_as_it_is_when_others_retransform_it() {
        byte[] file = ClassFiles.of(MarkWithArguments.class);
        assertNull(transformer.transform(application, MARKED, MarkWithArguments.class, null, file));
        catalog.putIfAbsent(application, unwoven(MarkWithArguments.class.getName(), file));
        assertNull(transformer.transform(application, MARKED, MarkWithArguments.class, null, file));
    }

    @Test
    void a_class_that_is_needed_is_woven_whoever_retransforms_it() {
        byte[] file = ClassFiles.of(MarkWithArguments.class);
        MarkedClass marked = unwoven(MarkWithArguments.class.getName(), file);
        catalog.putIfAbsent(application, marked);
        marked.state(new MarkedClass.Woven(true));
        assertNotNull(transformer.transform(application, MARKED, MarkWithArguments.class, null, file));
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
        Weaver.tryOut(ClassFiles.of(MarkWithArguments.class));
        assertThrows(IllegalStateException.class, () -> Weaver.tryOut(ClassFiles.of(Effects.class)));
    }

    private static MarkedClass unwoven(String name, byte[] file) {
        return new MarkedClass(name, null, ClassWeaver.sites(file), ClassFacts.of(file), new MarkedClass.Unwoven());
    }
}
