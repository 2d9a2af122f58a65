/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

/** What a command shows of all JVMs that it looks at. Its methods may be called by several threads. */
public interface View {

    /**
     * Begins to look at a JVM.
     *
     * @param jvm how it is named in lines; empty where there is only one
     * @param pid its process
     * @param markers in the order of their numbers
     * @param control ends the look
     * @return takes what comes from there
     */
    Feed feed(String jvm, long pid, java.util.List<LookMarker> markers, Control control);

    /** Shows what has changed. Called by the command's own thread, once in a while. */
    void refresh();

    /** All is there: shows what is left, and the sum of it. Called once, by the command's own thread. */
    void end();
}
