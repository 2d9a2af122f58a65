/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import io.livemark.weave.marked.MarkInPlaces;
import io.livemark.weave.marked.MarkThatThrows;
import io.livemark.weave.marked.MarkWithArguments;
import io.livemark.weave.marked.MarkWithConditions;
import io.livemark.weave.marked.MarkWithEffects;
import io.livemark.weave.marked.MarkWithPrimitives;
import io.livemark.weave.marked.MarkWithoutProbe;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The programs that the tests of the weaver share. */
final class MarkedClasses {

    static final List<Class<?>> THAT_BEHAVE_AS_UNWOVEN = List.of(
            MarkWithArguments.class,
            MarkWithPrimitives.class,
            MarkWithConditions.class,
            MarkWithEffects.class,
            MarkInPlaces.class,
            MarkWithoutProbe.class);

    static final List<Class<?>> ALL = Stream.concat(THAT_BEHAVE_AS_UNWOVEN.stream(), Stream.of(MarkThatThrows.class))
            .toList();

    private MarkedClasses() {}

    static List<Method> cases(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() == 0)
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }
}
