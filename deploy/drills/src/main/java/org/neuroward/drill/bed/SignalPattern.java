package org.neuroward.drill.bed;

import java.util.ArrayList;
import java.util.List;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.FrameContent.Samples;

/**
 * A signal that no two beds, channels or samples share, and that anyone can compute again: what an amplifier without
 * patient gives. Counts fill 24 bits, as they are as hard to compress as noise.
 *
 * @param bed number of the bed
 */
public record SignalPattern(int bed, int channels, double hertz) {

    private static final int DIGITAL_LIMIT = 1 << 23;
    private static final double MICROVOLTS_LIMIT = 100_000;

    public int count(int channel, long sample) {
        int mixed = (int) sample * 0x9E3779B1 + channel * 0x85EBCA77 + bed * 0xC2B2AE3D;
        mixed ^= mixed >>> 15;
        mixed *= 0x2C1B3C6D;
        return mixed >> 8;
    }

    /** Counts of all channels, sample-major. */
    public int[] block(long firstSample, int samples) {
        int[] counts = new int[samples * channels];
        for (int i = 0; i < samples; i++) {
            for (int channel = 0; channel < channels; channel++) {
                counts[i * channels + channel] = count(channel, firstSample + i);
            }
        }
        return counts;
    }

    /** Counts of {@code stored} that are not those of the pattern from {@code firstSample} on. */
    public long wrong(Samples stored, long firstSample) {
        long wrong = 0;
        for (int i = 0; i < stored.size(); i++) {
            wrong += stored.count(i) == count(i % channels, firstSample + i / channels) ? 0 : 1;
        }
        return wrong;
    }

    /** The channels of the amplifier that gives it. */
    public List<Channel> description() {
        var all = new ArrayList<Channel>();
        for (int channel = 0; channel < channels; channel++) {
            all.add(new Channel(
                    "EEG X" + (channel + 1),
                    ChannelKind.EEG,
                    "uV",
                    new SamplingRate(hertz),
                    new DigitalRange(-DIGITAL_LIMIT, DIGITAL_LIMIT - 1),
                    new PhysicalRange(-MICROVOLTS_LIMIT, MICROVOLTS_LIMIT),
                    "",
                    ""));
        }
        return all;
    }
}
