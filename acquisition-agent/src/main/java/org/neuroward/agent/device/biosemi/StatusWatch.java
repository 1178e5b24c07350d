package org.neuroward.agent.device.biosemi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.neuroward.agent.device.line.HopelessException;
import org.neuroward.agent.device.line.SampleTrack;
import org.neuroward.wire.Impedance;

/**
 * Reads the Status channel: 16 trigger inputs and what the amplifier says of itself. When its reference electrodes (CMS, DRL)
 * are off, every channel shows nonsense, and that is said at once.
 */
final class StatusWatch {

    static final int TRIGGERS = 0xFFFF;
    static final int CMS_IN_RANGE = 1 << 20;
    static final int LOW_BATTERY = 1 << 22;

    /** Speed mode and make of the amplifier: nobody changes them while it measures. */
    static final int CONSTANT = 1 << 17 | 1 << 18 | 1 << 19 | 1 << 21 | 1 << 23;

    static final String CMS_LOST = "CMS out of range: the signal is not valid from here";
    static final String CMS_BACK = "CMS in range again";
    static final String BATTERY = "Battery of the amplifier is low";

    private static final int WINDOW_SAMPLES = 256;
    private static final int MOST_CHANGES = 8;

    private int before;
    private int rest;
    private boolean any;
    private int windowed;
    private int changes;

    /** @param sample index in the run of the sample whose status this is */
    void next(int status, long sample, SampleTrack track) throws HopelessException {
        if (!any) {
            any = true;
            before = status;
            rest = status & TRIGGERS;
            cms(status, sample, track, true);
        }
        int changed = status ^ before;
        requireConstant(changed);
        int trigger = status & TRIGGERS;
        if ((changed & TRIGGERS) != 0 && trigger != rest) {
            track.annotate(sample, Optional.empty(), "Trigger " + trigger);
        }
        if ((changed & CMS_IN_RANGE) != 0) {
            cms(status, sample, track, false);
        }
        if ((changed & status & LOW_BATTERY) != 0) {
            track.annotate(sample, Optional.empty(), BATTERY);
        }
        before = status;
    }

    private void cms(int status, long sample, SampleTrack track, boolean first) {
        boolean inRange = (status & CMS_IN_RANGE) != 0;
        if (!inRange) {
            track.annotate(sample, Optional.empty(), CMS_LOST);
        } else if (!first) {
            track.annotate(sample, Optional.empty(), CMS_BACK);
        }
        Impedance.State state = inRange ? Impedance.State.UNKNOWN : Impedance.State.OVER;
        String method = inRange ? "CMS in range" : "CMS out of range";
        track.impedances(List.of(new Impedance("CMS", OptionalDouble.empty(), state, method)));
    }

    private void requireConstant(int changed) throws HopelessException {
        changes += (changed & CONSTANT) != 0 ? 1 : 0;
        if (changes > MOST_CHANGES) {
            throw new HopelessException(
                    "what should be the Status channel of ActiView is none: check channels and status");
        }
        if (++windowed == WINDOW_SAMPLES) {
            windowed = 0;
            changes = 0;
        }
    }
}
