/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.Place;
import io.livemark.Site;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/**
 * A method of a probe that is called at hits.
 *
 * @param pattern the markers it asks for
 * @param method the method
 */
record Handler(MarkerPattern pattern, Method method) {

    private static final MethodHandle VIEW;
    private static final MethodHandle PLACE;

    static {
        try {
            VIEW = MethodHandles.lookup()
                    .findStatic(Handler.class, "view", MethodType.methodType(Site.class, LivemarkSite.class));
            PLACE = MethodHandles.publicLookup().findGetter(LivemarkCell.class, "place", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The parameters that take fields. */
    List<Class<?>> parameters() {
        List<Class<?>> all = Arrays.asList(method.getParameterTypes());
        return all.subList((wantsSite() ? 1 : 0) + (wantsPlace() ? 1 : 0), all.size());
    }

    boolean wantsSite() {
        return method.getParameterCount() > 0 && method.getParameterTypes()[0] == Site.class;
    }

    /** Whether a number comes before the fields that says where it may write. */
    boolean wantsPlace() {
        int at = wantsSite() ? 1 : 0;
        return method.getParameterCount() > at
                && method.getParameterTypes()[at] == int.class
                && method.getParameters()[at].isAnnotationPresent(Place.class);
    }

    /** Whether it takes all fields as one array, whatever they are. */
    boolean takesAnything() {
        return parameters().size() == 1 && parameters().get(0) == Object[].class;
    }

    /**
     * What keeps it from being called for fields of some types.
     *
     * @param types the types as Java writes them
     * @param loader in which these are to be understood
     * @return null where nothing does
     */
    Objection objection(List<String> types, ClassLoader loader) {
        if (takesAnything()) {
            return null;
        }
        List<Class<?>> parameters = parameters();
        if (parameters.size() != types.size()) {
            return new Objection(-1, count(parameters.size(), "field"), count(types.size(), "field"));
        }
        for (int i = 0; i < types.size(); i++) {
            if (!Conversions.allows(types.get(i), loader, parameters.get(i))) {
                return objection(i, types.get(i), loader, parameters.get(i));
            }
        }
        return null;
    }

    private static Objection objection(int field, String passed, ClassLoader loader, Class<?> taken) {
        String name = taken.getTypeName();
        Class<?> type = passed.equals(Conversions.NULL) ? null : Conversions.resolve(passed, loader);
        if (type == null) {
            return new Objection(
                    field,
                    name,
                    passed.equals(Conversions.NULL)
                            ? passed
                            : passed + ", which " + LoaderName.of(loader) + " does not find");
        }
        // What has the same name and is another class would be a riddle without the loaders.
        Class<?> twin = Conversions.namesake(type, taken);
        return twin == null
                ? new Objection(field, name, passed)
                : new Objection(
                        field,
                        name + " of " + LoaderName.of(taken.getClassLoader()),
                        passed + (twin == type ? "" : ", a " + name) + " of " + LoaderName.of(twin.getClassLoader()));
    }

    /**
     * The method as a target of hits.
     *
     * @param probe the object to call it on
     * @param type {@code (LivemarkSite, fields…)void}
     * @return of {@link #called}
     */
    MethodHandle target(Object probe, MethodType type) throws IllegalAccessException {
        MethodHandles.Lookup inside = MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup());
        MethodHandle target = inside.unreflect(method);
        if (!Modifier.isStatic(method.getModifiers())) {
            target = target.bindTo(probe);
        }
        int fields = type.parameterCount() - 1;
        target = takesAnything() ? target.asCollector(Object[].class, fields) : target.asFixedArity();
        int at = wantsSite() ? 1 : 0;
        target = wantsPlace()
                ? MethodHandles.filterArguments(target, at, PLACE)
                : MethodHandles.dropArguments(target, at, LivemarkCell.class);
        target = wantsSite()
                ? MethodHandles.filterArguments(target, 0, VIEW)
                : MethodHandles.dropArguments(target, 0, LivemarkSite.class);
        return target.asType(called(type));
    }

    /** {@return the type of what a hit calls, {@code (LivemarkSite, LivemarkCell, fields…)void}} */
    static MethodType called(MethodType type) {
        return type.insertParameterTypes(1, LivemarkCell.class);
    }

    @SuppressWarnings("unused") // VIEW
    private static Site view(LivemarkSite site) {
        if (site.view() instanceof Site known) {
            return known;
        }
        Site view = new Site(site.marker, site.className, site.method, site.line);
        site.view(view);
        return view;
    }

    private static String count(int number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }
}
