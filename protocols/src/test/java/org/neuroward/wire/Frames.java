package org.neuroward.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.FrameContent.ClockReading;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameContent.Missing;

/** A small recording with two rates, a gap and events, for tests. */
final class Frames {

    static final UUID RECORDING = UUID.fromString("018f0000-1111-7222-8333-444455556666");
    static final UUID SESSION = UUID.fromString("018f0000-aaaa-7bbb-8ccc-ddddeeeeffff");
    static final FrameTime TIME = new FrameTime(123_456_789L, 987_654_321_000L);

    static final Description DESCRIPTION = new Description(
            SESSION,
            "simulated patient",
            Instant.parse("2026-11-23T08:30:00.250Z"),
            List.of(channel("EEG Fp1", 200), channel("ECG", 100), channel("EEG Fp2", 200)),
            true);

    private Frames() {}

    static Channel channel(String label, double hertz) {
        return new Channel(
                label,
                ChannelKind.EEG,
                "uV",
                new SamplingRate(hertz),
                new DigitalRange(-8388608, 8388607),
                new PhysicalRange(-187500, 187499.978),
                "Ag/AgCl",
                "HP:0.1Hz");
    }

    /** The count of one sample: tells channel and index, so that nothing can be swapped unseen. */
    static int count(int channel, long sample) {
        return (int) (channel * 1_000_000 + sample) * (sample % 2 == 0 ? 1 : -1);
    }

    static int[] block(List<Integer> channels, long firstSample, int samples) {
        int[] counts = new int[samples * channels.size()];
        for (int i = 0; i < samples; i++) {
            for (int c = 0; c < channels.size(); c++) {
                counts[i * channels.size() + c] = count(channels.get(c), firstSample + i);
            }
        }
        return counts;
    }

    /** Two seconds in blocks of 50 ms; samples 100 to 119 of stream 0 (and 50 to 59 of stream 1) are missing. */
    static List<Frame> recording() {
        var maker = new FrameMaker(RECORDING, 0);
        var frames = new ArrayList<Frame>();
        frames.add(maker.make(DESCRIPTION, FramePosition.at(0, 0), TIME));
        frames.add(maker.make(
                new Event(Duration.ZERO, Optional.of(Duration.ofSeconds(60)), "Eyes closed", true),
                FramePosition.at(0, 0),
                TIME));
        for (int block = 0; block < 40; block++) {
            boolean missing = block == 10 || block == 11;
            for (StreamLayout.Stream stream : DESCRIPTION.layout().streams()) {
                int samples = stream.number() == 0 ? 10 : 5;
                var position = new FramePosition(stream.number(), 0, (long) block * samples, samples);
                frames.add(maker.make(
                        missing
                                ? new Missing(GapCause.SOURCE)
                                : new FrameContent.Samples(block(stream.channels(), position.firstSample(), samples)),
                        position,
                        TIME));
            }
        }
        frames.add(maker.make(
                new Event(Duration.ofMillis(1500), Optional.empty(), "眨眼", false), FramePosition.at(0, 300), TIME));
        frames.add(maker.make(
                new ClockReading(Instant.parse("2026-11-23T08:30:02.250Z")), FramePosition.at(0, 400), TIME));
        frames.add(maker.make(
                new FrameContent.Impedances(List.of(
                        new Impedance("EEG Fp1", OptionalDouble.of(4700), Impedance.State.OK, "6 nA, 31.2 Hz"))),
                FramePosition.at(0, 400),
                TIME));
        frames.add(maker.make(new FrameContent.Tally(3, 2, 1), FramePosition.at(0, 400), TIME));
        frames.add(maker.make(new End(EndReason.STOPPED, List.of(400L, 200L)), FramePosition.at(0, 400), TIME));
        return frames;
    }
}
