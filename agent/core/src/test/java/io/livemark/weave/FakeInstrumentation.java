/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;

/** An Instrumentation of which a test answers what it needs. */
public final class FakeInstrumentation {

    /** Answers a call. */
    public interface Answer {
        Object to(String name, Object[] arguments) throws Throwable;
    }

    private FakeInstrumentation() {}

    public static Instrumentation of(Answer answer) {
        return (Instrumentation) Proxy.newProxyInstance(
                FakeInstrumentation.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments));
    }
}
