/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;

import java.lang.invoke.MethodHandle;

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

    /**
     * Whether a probe wants a marker that no site has been linked for, asked by a site that was not woven.
     *
     * @param marker its name, perhaps computed
     * @return whether one does
     */
    default boolean wants(String marker) {
        return false;
    }

    /**
     * A hit came through the shim with a spec that nobody knows; from a class that was never seen, perhaps, or with a spec that
     * was computed. Called again at each such hit until the target is among {@link LivemarkBridge#shims}.
     *
     * @param spec what the site passes; may be null
     * @return what to call for it, {@code (Object[])void}, must not throw; null for nothing
     */
    default MethodHandle unknown(String spec) {
        return null;
    }
}
