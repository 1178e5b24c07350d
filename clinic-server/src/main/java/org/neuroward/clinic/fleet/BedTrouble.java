package org.neuroward.clinic.fleet;

import java.util.Locale;

/** What can be wrong at a bed, worst first within each urgency. */
public enum BedTrouble {
    /** The bedside computer was there and is not connected. */
    AGENT_AWAY(Urgency.ALARM),
    /** It is connected and says nothing: it hangs, or the network between is cut. */
    AGENT_SILENT(Urgency.ALARM),
    /** A write or a sync failed: what is recorded now may exist on the server only. */
    DISK_FAILED(Urgency.ALARM),
    DISK_READ_ONLY(Urgency.ALARM),
    DISK_FULL(Urgency.ALARM),
    /** The amplifier is gone while it is needed. */
    DEVICE_ABSENT(Urgency.ALARM),
    /** The amplifier is there and delivers nothing. */
    DEVICE_SILENT(Urgency.ALARM),
    /** Samples were lost within the last seconds. */
    LOSS_RISING(Urgency.WARNING),
    DISK_LOW(Urgency.WARNING),
    /** The wall clocks of bed and server disagree. */
    CLOCK_OFF(Urgency.WARNING),
    /** The amplifier's sampling rate is not what it says. */
    CLOCK_DRIFTS(Urgency.WARNING),
    /** Someone tried to connect as this bed's agent with another secret. */
    WRONG_SECRET(Urgency.WARNING),
    /** The bed's agent speaks another version of the wire. */
    WRONG_VERSION(Urgency.WARNING),
    /** A session was ended by hand, and the bed holds more of its recording than the server. */
    LEFT_OVER(Urgency.WARNING),
    NOT_ENROLLED(Urgency.ADVICE),
    NEVER_CONNECTED(Urgency.ADVICE),
    /** The bedside computer is not connected, and no session needs it. */
    AGENT_OFF(Urgency.ADVICE),
    /** The amplifier is not there, and no session needs it. */
    DEVICE_OFF(Urgency.ADVICE),
    /** What was recorded meanwhile still travels to the server. */
    SYNCING(Urgency.ADVICE);

    /** How soon a person must act. */
    public enum Urgency {
        /** At once: something is being lost, or may be. */
        ALARM,
        WARNING,
        /** Nothing is lost. */
        ADVICE;

        /** As pages are told, for example {@code alarm}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Urgency urgency;

    BedTrouble(Urgency urgency) {
        this.urgency = urgency;
    }

    public Urgency urgency() {
        return urgency;
    }

    /** As pages and programs are told, for example {@code agent-away}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same trouble at a bed that a session holds: what is off is missing there. */
    public BedTrouble inSession() {
        return switch (this) {
            case AGENT_OFF, NEVER_CONNECTED, NOT_ENROLLED -> AGENT_AWAY;
            case DEVICE_OFF -> DEVICE_ABSENT;
            case AGENT_AWAY,
                    AGENT_SILENT,
                    DISK_FAILED,
                    DISK_READ_ONLY,
                    DISK_FULL,
                    DEVICE_ABSENT,
                    DEVICE_SILENT,
                    LOSS_RISING,
                    DISK_LOW,
                    CLOCK_OFF,
                    CLOCK_DRIFTS,
                    WRONG_SECRET,
                    WRONG_VERSION,
                    LEFT_OVER,
                    SYNCING -> this;
        };
    }
}
