/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.flight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jfr.EventSettings;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/** The recorder of this JVM. To be touched only once the JVM has loaded it anyway. */
final class JvmRecordings implements Recordings, FlightRecorderListener {

    private final Runnable onChange;

    /**
     * @param onChange is called when a recording starts or ends, on the thread that does that; must not wait
     */
    JvmRecordings(Runnable onChange) {
        this.onChange = onChange;
        FlightRecorder.addListener(this);
    }

    @Override
    public List<Running> running() {
        List<Running> running = new ArrayList<>();
        // To ask for the recorder would make one.
        if (FlightRecorder.isInitialized()) {
            for (Recording recording : FlightRecorder.getFlightRecorder().getRecordings()) {
                if (recording.getState() == RecordingState.RUNNING) {
                    running.add(new One(recording));
                }
            }
        }
        return running;
    }

    @Override
    public void close() {
        FlightRecorder.removeListener(this);
    }

    @Override
    public void recorderInitialized(FlightRecorder recorder) {
        onChange.run();
    }

    @Override
    public void recordingStateChanged(Recording recording) {
        onChange.run();
    }

    private record One(Recording recording) implements Running {

        @Override
        public long id() {
            return recording.getId();
        }

        @Override
        public Map<String, String> settings() {
            return recording.getSettings();
        }

        @Override
        public void enable(String event, Map<String, String> settings) {
            EventSettings enabled = recording.enable(event);
            settings.forEach(enabled::with);
        }
    }
}
