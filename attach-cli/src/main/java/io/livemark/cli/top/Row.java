/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import io.livemark.protocol.Marker;
import java.util.List;

/**
 * What is shown of a marker.
 *
 * @param name its name, fit to be printed
 * @param marker what the agent says of it
 * @param isCounted whether a counter of ours is on it
 * @param perSecond hits per second since the look before; NaN where nothing is known, since no probe was on it
 * @param handlerShare time in the handlers of its probes, as a share of the time that passed; NaN as above
 * @param history hits per second at the last looks, the newest last; NaN as above
 */
record Row(String name, Marker marker, boolean isCounted, double perSecond, double handlerShare, List<Double> history) {

    /** {@return its state in one word} */
    String state() {
        switch (marker.state()) {
            case IDLE:
                return "idle";
            case ARMED:
                return isCounted ? "counted" : "armed";
            case WAITING:
                return "waiting";
            default:
                return "malformed";
        }
    }
}
