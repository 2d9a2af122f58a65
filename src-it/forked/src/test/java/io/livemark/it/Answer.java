/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it;

import java.util.List;

/** What a target printed while it carried out one command. */
public final class Answer {

    private final Child child;
    private final String command;
    private final List<String> lines;

    Answer(Child child, String command, List<String> lines) {
        this.child = child;
        this.command = command;
        this.lines = lines;
    }

    /** The lines, all of them and in this order. */
    public void prints(String... expected) {
        if (!lines.equals(List.of(expected))) {
            throw child.failure("'" + command + "' was to print\n    " + String.join("\n    ", expected)
                    + "\nand printed\n    " + String.join("\n    ", lines));
        }
    }

    /** No line at all: no probe was hit. */
    public void printsNothing() {
        prints();
    }

    /** {@return its lines} */
    public List<String> lines() {
        return lines;
    }

    /** {@return its only line} */
    public String line() {
        if (lines.size() != 1) {
            throw child.failure("'" + command + "' was to print one line");
        }
        return lines.get(0);
    }
}
