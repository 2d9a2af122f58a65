/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

/**
 * What the agent wants to know of linking. Called on application threads, in the middle of the application's code, with
 * whatever locks that holds: must not throw, must not block, must not call the application.
 */
public interface LivemarkListener {

    /**
     * A site of a marker was linked, or asked whether the marker is armed; perhaps the first.
     *
     * @param marker the marker
     */
    void linked(LivemarkMarker marker);

    /**
     * The first site is being linked that passes its hits here. The target is to be set now; a probe that comes later sets it
     * itself. Two threads may be the first.
     *
     * @param hits where they go
     */
    void linked(LivemarkHits hits);
}
