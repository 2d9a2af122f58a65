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
     * A site was linked that passes its hits here; perhaps the first.
     *
     * @param hits where they go
     */
    void linked(LivemarkHits hits);
}
