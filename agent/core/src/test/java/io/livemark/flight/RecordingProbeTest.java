/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.livemark.weave.MarkedSite;
import io.livemark.weave.SiteForm;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated, in the recorder of this JVM. */
class RecordingProbeTest {

    private static final String ALL =
            "boolean,byte,short,char,int,long,float,double,java.lang.String,java.lang.Class,java.lang.Thread,java.util.List";

    @TempDir
    Path directory;

    @Test
    void an_event_has_the_fields_of_its_marker_with_their_types() throws Exception {
        EventShape shape = EventShape.of("t.all", List.of(site("a,b,c,d,e,f,g,h,i,duration,k,l", ALL)));
        Object[] values = {
            true, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7d, "i", String.class, Thread.currentThread(), List.of()
        };
        RecordedEvent event = record(shape, values).get(0);
        assertEquals(
                "boolean byte short char int long float double java.lang.String java.lang.Class java.lang.Thread"
                        + " java.lang.String",
                event.getFields().stream()
                        .filter(field -> field.getLabel().length() == 1
                                || field.getName().equals("duration_"))
                        .map(field -> field.getTypeName())
                        .collect(Collectors.joining(" ")));
        assertEquals(5, event.getLong("f"));
        assertEquals("String", event.getClass("duration_").getName().replaceAll(".*\\.", ""));
        assertEquals(Thread.currentThread().getName(), event.getThread("k").getJavaName());
        assertFalse(event.getString("l").contains("[]"), "a list is the application's to say");
        assertEquals("t.all", event.getEventType().getLabel());
        assertEquals(List.of("Livemark"), event.getEventType().getCategoryNames());
    }

    @Test
    void sites_with_more_and_with_fewer_fields_share_an_event() throws Exception {
        EventShape shape = EventShape.of("t.varies", List.of(site("a,b", "int,int"), site("c", "long")));
        List<RecordedEvent> events =
                record(shape, new Object[] {new Object[] {1, 2}}, new Object[] {new Object[] {3L}});
        assertEquals("1", events.get(0).getString("a_or_c"));
        assertEquals("2", events.get(0).getString("b"));
        assertEquals("3", events.get(1).getString("a_or_c"));
        assertEquals(null, events.get(1).getString("b"));
    }

    private List<RecordedEvent> record(EventShape shape, Object[]... hits) throws Exception {
        String name = EventNames.ofMarker(shape.marker());
        Path file = directory.resolve("recording.jfr");
        Object probe = new Loader(RecordingProbe.files(List.of(shape)))
                .loadClass("io.livemark.flight.Recorded")
                .getDeclaredConstructor()
                .newInstance();
        try (Recording recording = new Recording()) {
            recording.enable(name);
            recording.start();
            for (Method method : probe.getClass().getDeclaredMethods()) {
                if (method.getName().startsWith("hit")) {
                    method.setAccessible(true);
                    for (Object[] hit : hits) {
                        method.invoke(probe, hit);
                    }
                }
            }
            recording.stop();
            recording.dump(file);
        }
        ((AutoCloseable) probe).close();
        assertFalse(
                FlightRecorder.getFlightRecorder().getEventTypes().stream()
                        .anyMatch(type -> type.getName().equals(name)),
                "it is still registered");
        return RecordingFile.readAllEvents(file);
    }

    private static MarkedSite site(String fields, String types) {
        return new MarkedSite(
                MarkedSite.Kind.MARK,
                "",
                "t",
                List.of(fields.split(",")),
                List.of(types.split(",")),
                "method",
                1,
                new SiteForm.Guarded());
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> files;

        Loader(Map<String, byte[]> files) {
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = files.get(name.replace('.', '/') + ".class");
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }
    }
}
