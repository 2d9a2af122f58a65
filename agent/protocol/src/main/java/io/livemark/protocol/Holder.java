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
 * @param stack its innermost frames, the last one called first, down to the handler, the method that holds the mark and its caller; of a deep
 *     stack the middle is left out, and a line says so
 */
public record Holder(String thread, long id, boolean virtual, String state, List<String> stack) {

    /** {@return what to call it in a sentence: its kind, its name, which most virtual threads do not have, and its number} */
    public String who() {
        return (virtual ? "virtual thread " : "thread ") + (thread.isEmpty() ? "" : thread + " ") + "#" + id;
    }
}
