/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

/**
 * What was seen of the end of a probe. Nothing is claimed that was not seen. Times run from the moment at which the agent began to
 * take the probe out.
 *
 * @param name the probe
 * @param cause why it went
 * @param deliveries how often its handlers were called
 * @param exceptions how many of these calls threw
 * @param suppressed how many hits came from inside a handler and were not delivered
 * @param disarmedNanos how long it took until no new hit reached it; {@link #NOT_SEEN} where it is only about to be
 * @param drainedNanos how long it took until no thread was inside a handler any more; {@link #NOT_SEEN} where one still is
 * @param closing what became of its {@code close} method
 * @param collectedNanos after what time it was seen that the collector had taken its classes; {@link #NOT_SEEN} where they are still
 *     there, or nobody has waited for it
 * @param detail what there is to say of the cause, a clause; empty where the cause says it all
 */
public record Receipt(
        String name,
        Cause cause,
        long deliveries,
        long exceptions,
        long suppressed,
        long disarmedNanos,
        long drainedNanos,
        Closing closing,
        long collectedNanos,
        String detail) {

    /** In place of a time: it was not seen. */
    public static final long NOT_SEEN = -1;

    /** Why a probe went. */
    public enum Cause {
        /** A client asked for it. */
        UNLOADED,
        /** Its time was over ({@code --for}). */
        EXPIRED,
        /** The client that followed it has gone. */
        CLIENT_GONE,
        /** It threw too often. */
        FAULTY,
        /** It took more of the process's CPU time than it may ({@code --max-overhead}); the detail says how much. */
        TOO_COSTLY
    }

    /** What became of the {@code close} method. */
    public enum Closing {
        /** There is none. */
        NONE,
        /** It was called and returned. */
        CLOSED,
        /** It was called and threw. */
        THREW,
        /** It was not called yet, since a handler was seen running; it will be when that has returned. */
        PENDING,
        /** It was not called yet, or has not returned yet; nothing else was seen. */
        NOT_YET
    }

    /** {@return whether it was seen that no thread was inside a handler any more} */
    public boolean isDrained() {
        return drainedNanos >= 0;
    }

    /** {@return whether it was seen that the collector had taken the classes} */
    public boolean isCollected() {
        return collectedNanos >= 0;
    }

    /** {@return all of it in one line, which claims nothing else; for the log of the agent and for the user} */
    public String sentence() {
        return "unloaded " + name + why() + ": "
                + (disarmedNanos >= 0 ? "disarmed in " + Times.text(disarmedNanos) : "not disarmed yet")
                + (isDrained() ? ", drained in " + Times.text(drainedNanos) : "")
                + "; " + Times.count(deliveries, "delivery", "deliveries")
                + ", " + Times.count(exceptions, "exception", "exceptions")
                + (suppressed > 0 ? ", " + suppressed + " suppressed" : "")
                + closed()
                + (isCollected() ? "; collected in " + Times.text(collectedNanos) : "");
    }

    private String why() {
        String reason = "";
        switch (cause) {
            case EXPIRED:
                reason = "its time was over";
                break;
            case CLIENT_GONE:
                reason = "its client has gone";
                break;
            case FAULTY:
                reason = "it threw too often";
                break;
            case TOO_COSTLY:
                reason = "it cost too much";
                break;
            default:
        }
        String said = reason + (reason.isEmpty() || detail.isEmpty() ? "" : ": ") + detail;
        return said.isEmpty() ? "" : " (" + said + ")";
    }

    private String closed() {
        switch (closing) {
            case CLOSED:
                return "; closed";
            case THREW:
                return "; its close method threw";
            case PENDING:
                return "; not closed yet: a handler is still running";
            case NOT_YET:
                return "; not closed yet";
            default:
                return "";
        }
    }
}
