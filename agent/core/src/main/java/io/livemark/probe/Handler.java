/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

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

    static {
        try {
            VIEW = MethodHandles.lookup()
                    .findStatic(Handler.class, "view", MethodType.methodType(Site.class, LivemarkSite.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The parameters that take fields. */
    List<Class<?>> parameters() {
        List<Class<?>> all = Arrays.asList(method.getParameterTypes());
        return wantsSite() ? all.subList(1, all.size()) : all;
    }

    boolean wantsSite() {
        return method.getParameterCount() > 0 && method.getParameterTypes()[0] == Site.class;
    }

    /** Whether it takes all fields as one array, whatever they are. */
    boolean takesAnything() {
        return parameters().size() == 1 && parameters().get(0) == Object[].class;
    }

    /**
     * What keeps it from being called for fields of some types.
     *
     * @param fields their names; empty where only the types are known
     * @param types the types as Java writes them
     * @param loader in which these are to be understood
     * @return a sentence without its subject; null where nothing does
     */
    String objection(List<String> fields, List<String> types, ClassLoader loader) {
        if (takesAnything()) {
            return null;
        }
        List<Class<?>> parameters = parameters();
        if (parameters.size() != types.size()) {
            return "takes " + count(parameters.size(), "field") + ", the mark passes " + count(types.size(), "field");
        }
        for (int i = 0; i < types.size(); i++) {
            if (!Conversions.allows(types.get(i), loader, parameters.get(i))) {
                String field = fields.isEmpty() ? "field " + (i + 1) : "the field '" + fields.get(i) + "'";
                return "takes " + parameters.get(i).getTypeName() + " for " + field + ", the mark passes "
                        + types.get(i);
            }
        }
        return null;
    }

    /**
     * The method as a target of hits.
     *
     * @param probe the object to call it on
     * @param type {@code (LivemarkSite, fields…)void}
     */
    MethodHandle target(Object probe, MethodType type) throws IllegalAccessException {
        MethodHandles.Lookup inside = MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup());
        MethodHandle target = inside.unreflect(method);
        if (!Modifier.isStatic(method.getModifiers())) {
            target = target.bindTo(probe);
        }
        int fields = type.parameterCount() - 1;
        target = takesAnything() ? target.asCollector(Object[].class, fields) : target.asFixedArity();
        target = wantsSite()
                ? MethodHandles.filterArguments(target, 0, VIEW)
                : MethodHandles.dropArguments(target, 0, LivemarkSite.class);
        return target.asType(type);
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
