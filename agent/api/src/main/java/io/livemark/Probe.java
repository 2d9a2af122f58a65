/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a handler: it is called whenever a marker that the pattern matches is hit.
 *
 * <pre>{@code
 * public final class SlowOrders implements AutoCloseable {
 *     @Probe("order.placed")
 *     void placed(Site site, String id, double total) { … }
 *
 *     @Override public void close() { … }
 * }
 * }</pre>
 *
 * <p><b>Shape.</b> The class has one constructor, without parameters or with one {@link ProbeContext}. A handler
 * returns {@code void}, may be static and need not be public. Its parameters are, in order: optionally a {@link Site};
 * then the fields of the marker, each convertible as in a Java call (widening, boxing and unboxing, supertypes); or,
 * in place of the fields, a single {@code Object[]} that takes whatever the marker passes.
 *
 * <p><b>Check.</b> Every handler is checked against every known site of its markers before anything changes. One that
 * does not fit refuses the whole load.
 *
 * <p><b>Classes.</b> The files of the probe come first, so a library among them does not clash with the application's; other
 * names are looked for in the loader of the marked class. Where several loaders mean something else by such a name, there is
 * an object of the class for each, with a constructor call and a {@code close} of its own, shown as one probe. That of a
 * loader which comes after the load is constructed on a thread of the agent; hits before that are not delivered.
 *
 * <p><b>Thread.</b> The thread that hit the mark, with the locks that it holds; many threads at once. A handler should
 * not block. A mark that is hit from inside a handler on the same thread is not delivered, only counted.
 *
 * <p><b>Cost.</b> What the handler does, plus a few nanoseconds of bookkeeping. A handler that takes {@code Object[]}
 * also pays for the array and the boxing.
 *
 * <p><b>Failure.</b> Whatever a handler throws is caught, counted and shown by {@code livemark list}; the first with
 * its stack. The application never sees it. After 100 the probe is taken out.
 *
 * <p>If the class is {@link AutoCloseable}, {@code close} is called once, after the probe was disarmed and its
 * handlers have returned.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Probe {

    /**
     * {@return the name of a marker, or a pattern in which {@code *} stands for any characters, dots included}
     */
    String value();
}
