package org.neuroward.agent.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.signal.Calibration;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.wire.StreamLayout;

/**
 * The last ten seconds of a few channels, as lowest and highest microvolts of each fiftieth of a second: enough to see that
 * there is signal, not more. Filling it takes no time worth naming and never waits. Safe for any thread.
 */
public final class LiveTrace {

    static final int COLUMNS_PER_SECOND = 50;
    static final int COLUMNS = 10 * COLUMNS_PER_SECOND;
    private static final int MOST_CHANNELS = 6;

    private List<Lane> lanes = List.of();
    private int stream;
    private double columnsPerSample;
    private long column = -1;

    /** One channel: where it stands in a sample of its stream, and its ring of columns. */
    private static final class Lane {
        private final String label;
        private final int position;
        private final Calibration calibration;
        private final float[] lowest = new float[COLUMNS];
        private final float[] highest = new float[COLUMNS];

        Lane(Channel channel, int position) {
            this.label = channel.label();
            this.position = position;
            this.calibration = channel.calibration();
            Arrays.fill(lowest, Float.NaN);
            Arrays.fill(highest, Float.NaN);
        }

        void begin(int at) {
            lowest[at] = Float.NaN;
            highest[at] = Float.NaN;
        }

        void add(int at, float microvolts) {
            lowest[at] = lowest[at] <= microvolts ? lowest[at] : microvolts;
            highest[at] = highest[at] >= microvolts ? highest[at] : microvolts;
        }
    }

    /** Columns of one channel, oldest first; not-a-number where nothing came. */
    record Columns(String label, List<Float> lowest, List<Float> highest) {}

    /** @param nextColumn number of the column after the last one, to ask from next time */
    record Slice(long nextColumn, List<Columns> channels) {}

    /** The amplifier starts a run: of its EEG channels that are voltages, some spread over the list are shown. */
    public synchronized void begin(List<Channel> channels) {
        lanes = List.of();
        column = -1;
        Optional<StreamLayout.Stream> eeg = channels.isEmpty()
                ? Optional.empty()
                : StreamLayout.of(channels).streams().stream()
                        .filter(candidate -> candidate.channels().stream().anyMatch(at -> shows(channels.get(at))))
                        .findFirst();
        eeg.ifPresent(found -> choose(found, channels));
    }

    private static boolean shows(Channel channel) {
        return channel.kind() == ChannelKind.EEG && channel.findCalibration().isPresent();
    }

    private void choose(StreamLayout.Stream found, List<Channel> channels) {
        stream = found.number();
        columnsPerSample = COLUMNS_PER_SECOND / found.rate().hertz();
        var shown = new ArrayList<Lane>();
        for (int position = 0; position < found.channels().size(); position++) {
            Channel channel = channels.get(found.channels().get(position));
            if (shows(channel)) {
                shown.add(new Lane(channel, position));
            }
        }
        int count = Math.min(MOST_CHANNELS, shown.size());
        var chosen = new ArrayList<Lane>();
        for (int i = 0; i < count; i++) {
            chosen.add(shown.get(i * shown.size() / count));
        }
        lanes = List.copyOf(chosen);
    }

    /** Samples of the run that began last. */
    public synchronized void block(SampleBlock block) {
        if (lanes.isEmpty() || block.stream() != stream) {
            return;
        }
        int[] counts = block.counts();
        for (int sample = 0; sample < block.sampleCount(); sample++) {
            int at = enter((long) ((block.firstSample() + sample) * columnsPerSample));
            for (Lane lane : lanes) {
                int count = counts[sample * block.channels() + lane.position];
                lane.add(at, (float) lane.calibration.microvolts(count));
            }
        }
    }

    /** Columns between the last one and this one stay empty: samples were missing there. */
    private int enter(long next) {
        if (next > column) {
            long from = Math.max(column + 1, next - COLUMNS + 1);
            for (long empty = from; empty <= next; empty++) {
                for (Lane lane : lanes) {
                    lane.begin((int) (empty % COLUMNS));
                }
            }
            column = next;
        }
        return (int) (next % COLUMNS);
    }

    /** What came after column {@code from}, as far as it is still kept; the column that is being filled is left out. */
    synchronized Slice since(long from) {
        // A page that knows more columns than there are was looking at an earlier run.
        long asked = from > column + 1 ? 0 : from;
        long first = Math.max(Math.max(0, asked), column - COLUMNS + 1);
        var channels = new ArrayList<Columns>();
        for (Lane lane : lanes) {
            var lowest = new ArrayList<Float>();
            var highest = new ArrayList<Float>();
            for (long at = first; at < column; at++) {
                lowest.add(lane.lowest[(int) (at % COLUMNS)]);
                highest.add(lane.highest[(int) (at % COLUMNS)]);
            }
            channels.add(new Columns(lane.label, lowest, highest));
        }
        return new Slice(Math.max(first, column), channels);
    }
}
