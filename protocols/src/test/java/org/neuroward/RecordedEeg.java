package org.neuroward;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.neuroward.edf.EdfRecording;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.ChannelLabel;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;

/** The scalp channels of a shared recording as they were recorded, in the order of the file. */
public final class RecordedEeg {

    private final List<String> names = new ArrayList<>();
    private final List<double[]> microvolts = new ArrayList<>();
    private SamplingRate rate;

    private RecordedEeg() {}

    /** @param name path below {@code data} */
    public static RecordedEeg read(String name) throws IOException {
        var eeg = new RecordedEeg();
        try (Recording recording = EdfRecording.open(SharedData.file(name))) {
            for (int c = 0; c < recording.channels().size(); c++) {
                Channel channel = recording.channels().get(c);
                ChannelLabel label = ChannelLabel.parse(channel.label());
                if (channel.kind() == ChannelKind.EEG
                        && label.findScalpElectrode().isPresent()) {
                    double[] samples = new double[Math.toIntExact(recording.samples(c))];
                    recording.microvolts(c, 0, samples);
                    eeg.names.add(label.electrode());
                    eeg.microvolts.add(samples);
                    eeg.rate = channel.rate();
                }
            }
        }
        return eeg;
    }

    public List<String> names() {
        return List.copyOf(names);
    }

    public SamplingRate rate() {
        return rate;
    }

    /** [channel][sample], a copy. */
    public double[][] microvolts() {
        return microvolts.stream().map(double[]::clone).toArray(double[][]::new);
    }
}
