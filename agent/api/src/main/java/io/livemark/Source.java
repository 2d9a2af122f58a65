/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark;

import java.nio.ByteBuffer;

/**
 * Bytes that a probe has for the client that follows it: for more than {@link ProbeContext#emit} can carry. Given to
 * {@link ProbeContext#source}.
 *
 * <p><b>Thread.</b> {@link #fill} is called by the one thread that serves the client, some 200 times a second and at once again
 * while it returns true; never by two threads at a time, never by a thread of the application. While the client does not read,
 * it is not called: what has to be kept meanwhile is for the probe to bound.
 *
 * <p><b>End.</b> After the probe was closed it is called until it returns false, so that the last values arrive. The agent holds it weakly
 * until then: the probe has to keep it.
 *
 * <p><b>Failure.</b> Where it throws, it is not called again, and the agent's log says so.
 */
public interface Source {

    /**
     * Puts what there is to send into a buffer.
     *
     * @param buffer an empty one, of 64 KiB; its content goes to the client as one piece
     * @return whether there is more to send at once
     */
    boolean fill(ByteBuffer buffer);
}
