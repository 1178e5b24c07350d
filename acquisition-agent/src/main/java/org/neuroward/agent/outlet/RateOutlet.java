package org.neuroward.agent.outlet;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.lsl.ChannelFormat;
import org.neuroward.lsl.DescribedChannel;
import org.neuroward.lsl.Element;
import org.neuroward.lsl.Outlet;
import org.neuroward.lsl.OutletSettings;
import org.neuroward.lsl.OutletStatistics;
import org.neuroward.lsl.SampleBatch;
import org.neuroward.lsl.StreamKind;
import org.neuroward.signal.Calibration;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;

/** The channels of one sampling rate, voltages as µV, others in their own unit. Belongs to {@link BedOutlet}. */
final class RateOutlet implements Closeable {

    /** Single precision numbers are exact below it. */
    private static final long INDEX_MODULO = 1L << 24;

    private final Outlet outlet;
    private final double hertz;
    private final double[] perCount;
    private final double[] offset;
    private SampleBatch batch;

    private RateOutlet(Outlet outlet, List<Channel> channels) {
        this.outlet = outlet;
        this.hertz = channels.getFirst().rate().hertz();
        this.perCount = new double[channels.size()];
        this.offset = new double[channels.size()];
        for (int i = 0; i < channels.size(); i++) {
            Calibration calibration = calibration(channels.get(i));
            perCount[i] = calibration.microvoltsPerCount();
            offset[i] = calibration.offsetMicrovolts();
        }
        this.batch = new SampleBatch(ChannelFormat.FLOAT32, channels.size() + 1, 1);
    }

    static RateOutlet open(String name, String sourceId, List<Channel> channels, OutletSettings settings)
            throws IOException {
        var described = new ArrayList<DescribedChannel>();
        for (Channel channel : channels) {
            String unit = channel.findCalibration().isPresent() ? "microvolts" : channel.unit();
            described.add(new DescribedChannel(channel.label(), type(channel.kind()), unit, OptionalLong.empty()));
        }
        described.add(new DescribedChannel("SampleIndex", "Counter", "samples", OptionalLong.of(INDEX_MODULO)));
        var kind = new StreamKind(
                name,
                "EEG",
                described.size(),
                ChannelFormat.FLOAT32,
                sourceId,
                channels.getFirst().rate().hertz());
        // Importers of XDF then do not draw one straight line through stamps with holes.
        Element desc = Element.of(
                "desc",
                DescribedChannel.channelsElement(described),
                Element.of("synchronization", Element.of("can_drop_samples", "true")));
        return new RateOutlet(Outlet.open(kind, desc, settings), channels);
    }

    private static String type(ChannelKind kind) {
        return switch (kind) {
            case EEG, EOG, EMG, ECG -> kind.name();
            case TRIGGER -> "Trigger";
            case OTHER -> kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
        };
    }

    /** Into µV, or into the channel's own unit where that is no voltage. */
    private static Calibration calibration(Channel channel) {
        return channel.findCalibration().orElseGet(() -> {
            double perCount = (channel.physical().max() - channel.physical().min())
                    / ((double) channel.digital().max() - channel.digital().min());
            return new Calibration(
                    perCount, channel.physical().min() - channel.digital().min() * perCount);
        });
    }

    /** The last sample was measured now, as near as we know. */
    void block(SampleBlock block) {
        if (block.channels() != perCount.length) {
            return;
        }
        int samples = block.sampleCount();
        if (batch.capacity() < samples) {
            batch = new SampleBatch(ChannelFormat.FLOAT32, perCount.length + 1, samples);
        }
        batch.clear();
        int[] counts = block.counts();
        double now = Outlet.now();
        for (int sample = 0; sample < samples; sample++) {
            int at = batch.add(now - (samples - 1 - sample) / hertz);
            for (int channel = 0; channel < perCount.length; channel++) {
                int count = counts[sample * perCount.length + channel];
                batch.set(at, channel, count * perCount[channel] + offset[channel]);
            }
            batch.set(at, perCount.length, (double) ((block.firstSample() + sample) % INDEX_MODULO));
        }
        outlet.push(batch);
    }

    OutletStatistics statistics() {
        return outlet.statistics();
    }

    @Override
    public void close() throws IOException {
        outlet.close();
    }
}
