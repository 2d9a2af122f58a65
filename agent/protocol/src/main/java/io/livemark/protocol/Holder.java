/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

import java.util.List;

/**
 * A thread that is inside a handler of a probe.
 *
 * @param thread its name
 * @param id its number in the JVM
 * @param virtual whether it is a virtual thread
 * @param state its state as {@link Thread.State} names it
 * @param stack its innermost frames, the last one called first, down to the method that holds the mark; of a deep stack the middle is left
 *     out, and a line says so
 */
public record Holder(String thread, long id, boolean virtual, String state, List<String> stack) {}
