/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark;

import java.util.Map;

/**
 * What a probe may ask of the agent. Handed to the constructor of the probe that has a parameter for it.
 *
 * <p>All methods may be called on any thread, also after the probe was unloaded, when they do nothing. None blocks,
 * none throws because of what the client does.
 */
public interface ProbeContext {

    /**
     * {@return the name under which the probe was loaded}
     */
    String name();

    /**
     * The arguments of the load, from {@code --arg key=value}.
     *
     * @return an unmodifiable map, in the order given
     */
    Map<String, String> arguments();

    /**
     * Writes a line to the agent's log under the probe's name, and to the client that follows the probe. Meant for what
     * happens rarely.
     *
     * @param message the line
     */
    void log(String message);

    /**
     * Sends an event, a line of values, to the client that follows the probe.
     *
     * <p>Cost: without a client, a field read. With one, the values are rendered on the calling thread: strings,
     * primitives and their boxes, enum constants and {@code null} as they print, anything else as
     * {@code its.Class@hash}, since its {@code toString} is the application's code. The event then goes into a bounded
     * buffer; where that is full, the event is dropped and counted, and the client is told how many were.
     *
     * @param values what to send, in this order
     */
    void emit(Object... values);

    /**
     * Has the agent ask a source for bytes to send to the client that follows the probe; without such a client it is never
     * asked. Meant for what happens often, and for what is counted in the probe and sent now and then.
     *
     * @param source asked from now on until the probe is out; kept alive by the probe, not by the agent
     */
    default void source(Source source) {}
}
