package org.neuroward.agent.device.biosemi;

import java.util.ArrayList;
import java.util.List;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;

/**
 * What ActiView was set to send: samples of all electrodes and, as the last one, the Status channel, 3 bytes each, low byte
 * first.
 *
 * @param labels of the electrodes
 * @param microvoltsPerCount worth of the lowest bit
 * @param status whether the Status channel is sent
 */
record ActiViewLayout(List<String> labels, SamplingRate rate, double microvoltsPerCount, boolean status) {

    static final int BYTES = 3;

    private static final int ELECTRODES_OF_A_CONNECTOR = 32;
    private static final int LEAST_COUNT = -(1 << 23);
    private static final int LARGEST_COUNT = (1 << 23) - 1;

    /** 31 counts below the largest: with it both ends of the range are whole microvolts, which a header can hold. */
    private static final int LARGEST_STATED_COUNT = LARGEST_COUNT - 31;

    ActiViewLayout {
        labels = List.copyOf(labels);
    }

    /** A1 to A32, B1 to B32 and so on, as the connectors of the amplifier are labelled. */
    static List<String> usualLabels(int channels) {
        var labels = new ArrayList<String>();
        for (int i = 0; i < channels; i++) {
            char connector = (char) ('A' + i / ELECTRODES_OF_A_CONNECTOR);
            labels.add(connector + Integer.toString(1 + i % ELECTRODES_OF_A_CONNECTOR));
        }
        return labels;
    }

    int channelCount() {
        return labels.size() + (status ? 1 : 0);
    }

    List<Channel> channels() {
        var channels = new ArrayList<Channel>();
        var digital = new DigitalRange(LEAST_COUNT, LARGEST_STATED_COUNT);
        var microvolts = new PhysicalRange(LEAST_COUNT * microvoltsPerCount, LARGEST_STATED_COUNT * microvoltsPerCount);
        for (String label : labels) {
            // Names of connectors say nothing of what is measured; electrodes of this amplifier are for EEG first.
            ChannelKind said = ChannelKind.ofLabel(label);
            ChannelKind kind = said == ChannelKind.OTHER ? ChannelKind.EEG : said;
            channels.add(new Channel(label, kind, "uV", rate, digital, microvolts, "active electrode", ""));
        }
        if (status) {
            var bits = new DigitalRange(LEAST_COUNT, LARGEST_COUNT);
            channels.add(new Channel(
                    "Status",
                    ChannelKind.TRIGGER,
                    "",
                    rate,
                    bits,
                    new PhysicalRange(LEAST_COUNT, LARGEST_COUNT),
                    "triggers and status",
                    ""));
        }
        return channels;
    }

    /** The count of an electrode as it can be written: the topmost ones, less than a microvolt off, are held at the limit. */
    static int stated(int count) {
        return Math.min(count, LARGEST_STATED_COUNT);
    }
}
