/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Reply;

/** What the thread that draws waits for. */
sealed interface Event {

    /** A key. */
    record Pressed(Key key) implements Event {}

    /** An answer of the agent, and when it was asked. */
    record Looked(Reply.Markers seen, long nanos) implements Event {}

    /** Something to say to the user; of a counter that went by itself, for instance. */
    record Said(String words) implements Event {}

    /** It cannot go on. */
    record Failed(Problem problem) implements Event {}
}
