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
 * Marks an {@code int} parameter of a handler, before the fields and behind the {@link Site}: it gets a number that this thread alone has for as
 * long as it is inside of the handler. What a probe keeps under it has one writer at a time, and needs neither a lock nor an atomic operation:
 *
 * <pre>{@code
 * private final long[][] hits = new long[8192][];
 *
 * @Probe("order.placed")
 * void placed(@Place int place, String id, double total) { … }
 * }</pre>
 *
 * <p>The next thread that has the number sees what the one before has written. Others may read, and are a little behind until nobody is
 * inside any more: then, as in {@code close()}, they see all of it.
 *
 * <p>The numbers are small, from 0 on, and not more than 8,192; a platform thread keeps its own, a virtual thread may have another each time.
 * Negative where there is none, since very many threads are inside at once. Costs a load.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Place {}
