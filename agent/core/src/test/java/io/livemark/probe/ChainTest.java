/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livemark.Place;
import io.livemark.Probe;
import io.livemark.Site;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final LivemarkSite SITE = new LivemarkSite("chain.test", "a.B", "m", 7);
    private static final MethodType TEXT_AND_NUMBER =
            MethodType.methodType(void.class, LivemarkSite.class, String.class, int.class);
    private static final MethodType OBJECT = MethodType.methodType(void.class, LivemarkSite.class, Object.class);

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final LivemarkMarker marker = LivemarkBridge.marker("chain.test");
    private final Chains chains = new Chains();
    private final AtomicInteger tooMany = new AtomicInteger();

    /** Says its name and what it gets. */
    final class Saying {

        private final String name;

        Saying(String name) {
            this.name = name;
        }

        @Probe("chain.*")
        void hit(String text, int number) {
            seen.add(name + " " + text + number);
        }
    }

    final class Throwing {

        @Probe("chain.test")
        void hit(String text, int number) {
            seen.add("throws");
            throw new IllegalStateException("thrown at " + number);
        }
    }

    /** In the order of the names of its methods. */
    final class Everything {

        @Probe("chain.test")
        void array(Site site, Object[] all) {
            seen.add(site + Arrays.toString(all));
        }

        @Probe("chain.test")
        void boxed(Comparable<String> text, Number number) {
            seen.add(text + " " + number);
        }

        @Probe("chain.other")
        void other() {
            seen.add("never");
        }

        @Probe("chain.test")
        private void wide(Site site, Object text, long number) {
            seen.add(site.line() + " " + text + number);
        }
    }

    @Test
    void probes_are_called_in_load_order() throws Throwable {
        MethodHandle hit = chain(TEXT_AND_NUMBER, probe(new Saying("one")), probe(new Saying("two")));
        hit.invokeExact(SITE, "a", 1);
        hit.invokeExact(SITE, "b", 2);
        assertEquals(List.of("one a1", "two a1", "one b2", "two b2"), seen);
    }

    @Test
    void handlers_get_what_they_ask_for() throws Throwable {
        LiveProbe probe = probe(new Everything());
        MethodHandle hit = chain(TEXT_AND_NUMBER, probe);
        hit.invokeExact(SITE, "a", 1);
        assertEquals(List.of("a.B.m:7[a, 1]", "a 1", "7 a1"), seen);
        assertEquals(3, probe.deliveries());
        assertEquals(List.of(), probe.misfits());
    }

    @Test
    void a_thread_has_a_place_of_its_own_for_as_long_as_it_is_inside() throws Throwable {
        Set<Integer> places = ConcurrentHashMap.newKeySet();
        CyclicBarrier all = new CyclicBarrier(8);
        LiveProbe probe = probe(new Object() {
            @Probe("chain.test")
            void hit(Site site, @Place int place, Object any) throws Exception {
                places.add(place);
                all.await();
            }

            @Probe("chain.test")
            void only(@Place int place, Object any) {
                seen.add(any + " " + places.contains(place));
            }

            @Probe("chain.test")
            void z_field(int notThePlace) {
                seen.add("never");
            }
        });
        MethodHandle hit = chain(OBJECT, probe);
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                try {
                    hit.invokeExact(SITE, (Object) "a");
                } catch (Throwable e) {
                    throw new AssertionError(e);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(8, places.size());
        assertTrue(places.stream().allMatch(place -> place >= 0 && place < 8_192), places::toString);
        assertEquals(0, probe.exceptions());
        assertEquals(Collections.nCopies(8, "a true"), seen);
    }

    @Test
    void the_site_is_the_same_object_at_each_hit() throws Throwable {
        List<Site> sites = new ArrayList<>();
        MethodHandle hit = chain(OBJECT, probe(new Object() {
            @Probe("chain.test")
            void hit(Site site, Object any) {
                sites.add(site);
            }
        }));
        hit.invokeExact(SITE, (Object) "a");
        hit.invokeExact(SITE, (Object) "b");
        assertEquals(new Site("chain.test", "a.B", "m", 7), sites.get(0));
        assertSame(sites.get(0), sites.get(1));
    }

    @Test
    void what_a_handler_throws_is_counted_and_later_ones_run() throws Throwable {
        LiveProbe throwing = probe(new Throwing());
        LiveProbe saying = probe(new Saying("later"));
        MethodHandle hit = chain(TEXT_AND_NUMBER, throwing, saying);
        hit.invokeExact(SITE, "a", 1);
        hit.invokeExact(SITE, "b", 2);
        assertEquals(List.of("throws", "later a1", "throws", "later b2"), seen);
        assertEquals(2, throwing.exceptions());
        assertEquals(0, saying.exceptions());
        assertTrue(throwing.firstException().startsWith("java.lang.IllegalStateException: thrown at 1"));
        chains.closeAllOf(throwing);
        assertTrue(throwing.isIdle());
    }

    @Test
    void the_hundredth_exception_calls_the_hook_and_no_other() throws Throwable {
        MethodHandle hit = chain(TEXT_AND_NUMBER, probe(new Throwing()));
        for (int i = 1; i <= 250; i++) {
            hit.invokeExact(SITE, "a", i);
            assertEquals(i < 100 ? 0 : 1, tooMany.get());
        }
    }

    @Test
    void a_hit_from_inside_a_handler_is_counted_and_not_delivered() throws Throwable {
        MethodHandle[] again = new MethodHandle[1];
        LiveProbe probe = probe(new Object() {
            @Probe("chain.test")
            void hit(String text, int number) throws Throwable {
                seen.add(text);
                again[0].invokeExact(SITE, "inner", 1);
            }
        });
        again[0] = chain(TEXT_AND_NUMBER, probe);
        long before = chains.hits(marker);
        again[0].invokeExact(SITE, "outer", 1);
        again[0].invokeExact(SITE, "next", 1);
        assertEquals(List.of("outer", "next"), seen);
        assertEquals(2, probe.suppressed());
        assertEquals(2, probe.deliveries());
        assertEquals(2, chains.hits(marker) - before);
    }

    @Test
    void another_thread_is_not_suppressed() throws Throwable {
        MethodHandle[] again = new MethodHandle[1];
        LiveProbe probe = probe(new Object() {
            @Probe("chain.test")
            void hit(String text, int number) throws Throwable {
                seen.add(text);
                if (number > 0) {
                    Thread other = new Thread(() -> invoke(again[0], number - 1));
                    other.start();
                    other.join();
                }
            }
        });
        again[0] = chain(TEXT_AND_NUMBER, probe);
        again[0].invokeExact(SITE, "a", 2);
        assertEquals(List.of("a", "other", "other"), seen);
        assertEquals(0, probe.suppressed());
    }

    @Test
    void a_supplier_is_asked_once_for_all_probes() throws Throwable {
        AtomicInteger asked = new AtomicInteger();
        Supplier<String> supplier = () -> "value " + asked.incrementAndGet();
        MethodHandle hit = chainOf(List.of("java.util.function.Supplier"), OBJECT, any(), any());
        hit.invokeExact(SITE, (Object) supplier);
        hit.invokeExact(SITE, (Object) null);
        assertEquals(List.of("value 1", "value 1", "null", "null"), seen);
    }

    @Test
    void a_supplier_that_throws_reaches_no_handler_and_not_the_program() throws Throwable {
        Supplier<String> supplier = () -> {
            throw new IllegalStateException("no value");
        };
        LiveProbe probe = any();
        MethodHandle hit = chainOf(List.of("java.util.function.Supplier"), OBJECT, probe);
        hit.invokeExact(SITE, (Object) supplier);
        hit.invokeExact(SITE, (Object) (Supplier<String>) () -> "later");
        assertEquals(List.of("later"), seen);
        assertEquals(1, probe.exceptions());
        assertEquals(1, probe.deliveries());
    }

    @Test
    void a_null_for_a_primitive_is_an_exception_of_the_handler() throws Throwable {
        LiveProbe probe = probe(new Object() {
            @Probe("chain.test")
            void hit(long number) {
                seen.add("" + number);
            }
        });
        MethodHandle hit = chainOf(List.of("java.lang.Integer"), OBJECT, probe);
        hit.invokeExact(SITE, (Object) 5);
        hit.invokeExact(SITE, (Object) null);
        assertEquals(List.of("5"), seen);
        assertEquals(1, probe.exceptions());
    }

    @Test
    void a_handler_that_does_not_fit_is_told_and_left_out() throws Throwable {
        LiveProbe fits = any();
        LiveProbe misfits = probe(new Saying("misfit"));
        MethodHandle hit = chainOf(List.of("java.lang.Object"), OBJECT, misfits, fits);
        hit.invokeExact(SITE, (Object) "a");
        assertEquals(List.of("a"), seen);
        assertEquals(
                List.of("its method hit takes 2 fields, the mark passes 1 field: chain.test(java.lang.Object)"),
                misfits.misfits());
    }

    @Test
    void where_the_types_are_not_known_each_hit_is_looked_at() throws Throwable {
        LiveProbe probe = probe(new Object() {
            @Probe("chain.test")
            void hit(long number) {
                seen.add("number " + number);
            }
        });
        LiveProbe any = any();
        MethodHandle hit = chainOf(List.of(Conversions.UNKNOWN), OBJECT, probe, any);
        for (Object value : new Object[] {5, 'a', "text", null, 5.0}) {
            hit.invokeExact(SITE, value);
        }
        assertEquals(List.of("number 5", "5", "number 97", "a", "text", "null", "5.0"), seen);
        assertEquals(0, probe.exceptions());
        assertEquals(List.of(), any.misfits());
        assertEquals(
                List.of(
                        "its method hit takes long for field 1, the mark passes java.lang.String: chain.test at a.B.m:7,"
                                + " where the types of the fields are not known"),
                probe.misfits());
    }

    @Test
    void without_a_handler_there_is_no_target() {
        assertNull(chain(TEXT_AND_NUMBER));
        assertNull(chain(TEXT_AND_NUMBER, probe(new Object())));
    }

    private LiveProbe any() {
        return probe(new Object() {
            @Probe("chain.test")
            void hit(Object any) {
                seen.add("" + any);
            }
        });
    }

    private static void invoke(MethodHandle hit, int number) {
        try {
            hit.invokeExact(SITE, "other", number);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private MethodHandle chain(MethodType type, LiveProbe... probes) {
        List<String> types =
                type.parameterList().stream().skip(1).map(Class::getTypeName).toList();
        return chainOf(types, type, probes);
    }

    private MethodHandle chainOf(List<String> types, MethodType type, LiveProbe... probes) {
        Chain chain = chains.make(
                new Chain.Origin(marker, types, getClass().getClassLoader(), null, type, () -> null), List.of(probes));
        return chain == null ? null : chain.handOut();
    }

    private LiveProbe probe(Object instance) {
        return Objects.probe(instance, chains, tooMany::incrementAndGet);
    }
}
