/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import io.livemark.Mark;
import io.livemark.weave.marked.Effects;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What was seen of one run of a case.
 *
 * @param result what it returned or threw
 * @param effects what it did
 * @param hits what the marks passed, where they were armed
 */
record Run(String result, List<String> effects, List<String> hits) {

    /** Mark as the source of a program means it: called with all arguments evaluated, and boxed by javac. */
    private static final byte[] PLAIN_MARK =
            ClassFiles.compile("io.livemark.Mark", """
                    package io.livemark;
                    public final class Mark {
                        public static boolean on;
                        public static java.util.function.BiConsumer<String, Object[]> told;
                        public static void mark(String spec) { told.accept(spec, new Object[0]); }
                        public static void mark(String spec, Object a) { told.accept(spec, new Object[] {a}); }
                        public static void mark(String spec, Object a, Object b) {
                            told.accept(spec, new Object[] {a, b});
                        }
                        public static void mark(String spec, Object a, Object b, Object c) {
                            told.accept(spec, new Object[] {a, b, c});
                        }
                        public static void mark(String spec, Object a, Object b, Object c, Object d) {
                            told.accept(spec, new Object[] {a, b, c, d});
                        }
                        public static void mark(String spec, Object... args) { told.accept(spec, args); }
                        public static void label(String name) { told.accept(name, new Object[0]); }
                        public static boolean armed(String name) { return on; }
                    }
                    """).get("io/livemark/Mark");

    private static final MethodHandle TOLD;
    private static final MethodHandle SHIMMED;

    static {
        try {
            MethodHandles.Lookup here = MethodHandles.lookup();
            TOLD = here.findVirtual(
                    Recorder.class, "told", MethodType.methodType(void.class, LivemarkSite.class, Object[].class));
            SHIMMED = here.findVirtual(
                    Recorder.class, "shimmed", MethodType.methodType(void.class, String.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Runs a case as javac made it. */
    static Run plain(Method method, boolean armed) {
        return plain(method, armed, ClassFiles::of);
    }

    /** Runs a case from a class file of another making. */
    static Run plain(Method method, boolean armed, Function<Class<?>, byte[]> files) {
        Loader loader = new Loader(PLAIN_MARK, files);
        Recorder recorder = new Recorder();
        Map<String, String> reachable = new HashMap<>();
        ClassWeaver.sites(files.apply(method.getDeclaringClass())).stream()
                .filter(MarkedSite::isReachable)
                .forEach(site -> reachable.put(site.text(), site.marker()));
        BiConsumer<String, Object[]> told = (spec, args) -> {
            if (armed && reachable.containsKey(spec)) {
                recorder.record(reachable.get(spec), args);
            }
        };
        try {
            Class<?> mark = loader.loadClass(Mark.class.getName());
            mark.getField("told").set(null, told);
            mark.getField("on").set(null, armed);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        return run(loader, method, recorder);
    }

    /** Runs a case woven, with all its markers armed from the first link on, or none. */
    static Run woven(Method method, boolean armed) {
        return woven(method, armed, ClassFiles::of);
    }

    /** Runs a case woven, from a class file of another making. */
    static Run woven(Method method, boolean armed, Function<Class<?>, byte[]> files) {
        Recorder recorder = new Recorder();
        List<MarkedSite> sites = ClassWeaver.sites(files.apply(method.getDeclaringClass()));
        Map<String, MethodHandle> shims = new HashMap<>();
        sites.stream()
                .filter(site -> site.form() instanceof SiteForm.Shim && site.kind() != MarkedSite.Kind.ARMED)
                .forEach(site ->
                        shims.put(site.text(), MethodHandles.insertArguments(SHIMMED, 0, recorder, site.marker())));
        LivemarkBridge.shims(armed ? shims : Map.of());
        LivemarkListener listener = new LivemarkListener() {
            @Override
            public void linked(LivemarkMarker marker) {
                marker.arm(armed, LivemarkBridge.nextVersion());
            }

            @Override
            public void linked(LivemarkHits hits) {
                MethodHandle target = TOLD.bindTo(recorder)
                        .asCollector(Object[].class, hits.type().parameterCount() - 1)
                        .asType(hits.type());
                hits.target(armed ? target : MethodHandles.empty(hits.type()), LivemarkBridge.nextVersion());
            }
        };
        // Those that an earlier run has linked are told of no more; an agent, too, sets their targets itself.
        LivemarkBridge.markers().values().forEach(marker -> marker.groups().forEach(listener::linked));
        LivemarkBridge.listener(listener);
        try {
            Loader loader = new Loader(MarkShim.weave(ClassFiles.of(Mark.class)), files);
            loader.weaves = true;
            return run(loader, method, recorder);
        } finally {
            LivemarkBridge.listener(null);
            LivemarkBridge.shims(Map.of());
        }
    }

    private static Run run(Loader loader, Method method, Recorder recorder) {
        String result;
        try {
            Class<?> type = loader.loadClass(method.getDeclaringClass().getName());
            result = render(type.getMethod(method.getName()).invoke(null));
        } catch (InvocationTargetException e) {
            result = "threw " + e.getCause().getClass().getSimpleName();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        return new Run(result, loader.effects(), List.copyOf(recorder.hits));
    }

    private static String render(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Supplier<?> supplier) {
            return "Supplier(" + render(supplier.get()) + ")";
        }
        if (value instanceof int[] array) {
            return "int" + Arrays.toString(array);
        }
        if (value instanceof Object[] array) {
            return value.getClass().getSimpleName() + Arrays.deepToString(array);
        }
        boolean ofTheJdk = value.getClass().getClassLoader() == null;
        return value.getClass().getSimpleName() + (ofTheJdk ? " " + value : "");
    }

    private static final class Recorder {

        private final List<String> hits = new ArrayList<>();

        void told(LivemarkSite site, Object[] values) {
            record(site.marker, values);
        }

        void shimmed(String marker, Object[] values) {
            record(marker, values);
        }

        void record(String marker, Object[] values) {
            hits.add(marker + Arrays.stream(values).map(Run::render).toList());
        }
    }

    /** Has its own copy of the programs, and of Mark. */
    private static final class Loader extends ClassLoader {

        private static final String PROGRAMS = Effects.class.getPackageName() + ".";

        private final byte[] mark;
        private final Function<Class<?>, byte[]> files;
        private boolean weaves;

        Loader(byte[] mark, Function<Class<?>, byte[]> files) {
            super(Run.class.getClassLoader());
            this.mark = mark;
            this.files = files;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean isMark = name.equals(Mark.class.getName());
            if (!isMark && !name.startsWith(PROGRAMS)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                byte[] file = isMark ? mark : file(super.loadClass(name, resolve));
                return defineClass(name, file, 0, file.length);
            }
        }

        private byte[] file(Class<?> type) {
            byte[] file = files.apply(type);
            byte[] woven = weaves ? ClassWeaver.weave(file, this).file() : null;
            return woven == null ? file : woven;
        }

        List<String> effects() {
            try {
                List<String> seen = new ArrayList<>();
                for (Object effect : (List<?>)
                        loadClass(Effects.class.getName()).getField("SEEN").get(null)) {
                    seen.add((String) effect);
                }
                return seen;
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }
}
