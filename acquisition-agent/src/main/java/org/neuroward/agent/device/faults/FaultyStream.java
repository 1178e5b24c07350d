package org.neuroward.agent.device.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelLabel;
import org.neuroward.signal.SamplingRate;
import org.neuroward.signal.SeededRandom;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.StreamLayout;

/** What happens to each sample of one stream. Indexes are the recording's. */
final class FaultyStream {

    private final SamplingRate rate;
    private final List<Fault.Unplug> unplugs;
    private final List<Fault.ClockJump> jumps;
    private final double dropped;
    private final long seed;
    private final List<FlatChannel> flats;

    FaultyStream(Faults faults, StreamLayout.Stream stream, List<Channel> channels) {
        this.rate = stream.rate();
        this.unplugs = faults.of(Fault.Unplug.class);
        this.jumps = faults.of(Fault.ClockJump.class);
        this.dropped = faults.of(Fault.Drop.class).stream()
                .mapToDouble(Fault.Drop::probability)
                .sum();
        this.seed = faults.seed() * 1_000_003 + stream.number();
        this.flats = faults.of(Fault.Flat.class).stream()
                .flatMap(flat -> flatChannel(flat, stream, channels))
                .toList();
    }

    /** A channel whose value stands still for a while. */
    private static final class FlatChannel {
        private final int position;
        private final long from;
        private final long end;
        private int level;
        private boolean begun;

        private FlatChannel(int position, long from, long end) {
            this.position = position;
            this.from = from;
            this.end = end;
        }
    }

    private Stream<FlatChannel> flatChannel(Fault.Flat flat, StreamLayout.Stream stream, List<Channel> channels) {
        long from = rate.samplesIn(flat.at());
        long end = flat.length()
                .map(length -> rate.samplesIn(flat.at().plus(length)))
                .orElse(Long.MAX_VALUE);
        String wanted = ChannelLabel.parse(flat.electrode()).electrode();
        return stream.channels().stream()
                .filter(channel -> ChannelLabel.parse(channels.get(channel).label())
                        .electrode()
                        .equalsIgnoreCase(wanted))
                .map(channel -> new FlatChannel(stream.channels().indexOf(channel), from, end));
    }

    /** Why sample {@code index} is lost, or empty when it is not. */
    Optional<GapCause> lost(long index) {
        for (Fault.Unplug unplug : unplugs) {
            if (index >= rate.samplesIn(unplug.at())
                    && index < rate.samplesIn(unplug.at().plus(unplug.length()))) {
                return Optional.of(GapCause.RECONNECTED);
            }
        }
        boolean drop = dropped > 0 && SeededRandom.of(seed, index).nextDouble() < dropped;
        return drop ? Optional.of(GapCause.COUNTER) : Optional.empty();
    }

    /** The device's clock where it should say {@code nanos}, at sample {@code index}. */
    long stamp(long index, long nanos) {
        long stamp = nanos;
        for (Fault.ClockJump jump : jumps) {
            if (index >= rate.samplesIn(jump.at())) {
                stamp += jump.by().toNanos();
            }
        }
        return stamp;
    }

    /** Counts of samples of {@code block}, some channels standing still. */
    int[] counts(SampleBlock block, int from, int samples, long index) {
        int[] counts = Arrays.copyOfRange(block.counts(), from * block.channels(), (from + samples) * block.channels());
        for (FlatChannel flat : flats) {
            for (int i = 0; i < samples; i++) {
                int at = i * block.channels() + flat.position;
                if (index + i < flat.from || index + i >= flat.end) {
                    continue;
                }
                if (!flat.begun) {
                    flat.begun = true;
                    flat.level = counts[at];
                }
                counts[at] = flat.level;
            }
        }
        return counts;
    }

    SamplingRate rate() {
        return rate;
    }
}
