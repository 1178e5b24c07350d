package org.neuroward.edf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Calibration;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;
import org.neuroward.signal.Segment;

/**
 * An EDF, EDF+, BDF or BDF+ file, open for reading. Only header and annotations are held in memory; samples are read where
 * they are asked for. Sample 0 lies at the first data record, whose fraction of a second belongs to the start time;
 * annotations count from there too. Holes of a discontinuous file are gaps.
 *
 * <p>Source: Kemp, Olivan, "European data format plus (EDF+)", Clin Neurophysiol 2003;114:1755, as on edfplus.info.
 */
public final class EdfRecording implements Recording {

    private final FileBytes file;
    private final EdfHeader header;
    private final Contents contents;
    private final long records;
    private final List<EdfNotice> notices;
    private final List<EdfSignal> signals;
    private final List<Channel> channels;
    private final SampleReader samples;
    private final Map<Integer, SampleMap> maps = new HashMap<>();

    private EdfRecording(FileBytes file) throws IOException {
        var found = new ArrayList<EdfNotice>();
        this.file = file;
        this.header = new HeaderReader(file, found).read();
        this.records = new RecordCount(header, file, found).decide();
        this.contents = Contents.read(header, file, records, found);
        this.notices = List.copyOf(found);
        this.signals = header.signals().stream()
                .filter(signal -> !signal.annotations() && signal.samplesPerRecord() > 0)
                .toList();
        this.channels = signals.stream()
                .map(signal -> EdfChannels.channel(signal, header))
                .toList();
        this.samples = new SampleReader(file, header);
    }

    /**
     * Opens a file that holds all it announces.
     *
     * @throws EdfFormatException when it does not, or cannot be trusted for another reason
     */
    public static EdfRecording open(Path path) throws IOException {
        EdfRecording recording = recover(path);
        List<EdfFormatException> refusals = recording.damage();
        if (!refusals.isEmpty()) {
            recording.close();
            throw refusals.getFirst();
        }
        return recording;
    }

    /**
     * Opens a file even if data are missing or spoilt, as after a crash; {@link #damage} says so. A header that cannot be
     * trusted is refused here too.
     */
    public static EdfRecording recover(Path path) throws IOException {
        FileBytes file = FileBytes.open(path);
        boolean opened = false;
        try {
            EdfRecording recording = new EdfRecording(file);
            opened = true;
            return recording;
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    public EdfHeader header() {
        return header;
    }

    /** Whole data records in use. */
    public long records() {
        return records;
    }

    /** What was tolerated. */
    public List<EdfNotice> notices() {
        return notices;
    }

    /** Why {@link #open} refuses this file; empty when it does not. */
    public List<EdfFormatException> damage() {
        return RecordCount.refusals(notices);
    }

    /** From the start that the header states, in whole seconds, to the first sample. */
    public java.time.Duration startOffset() {
        return java.time.Duration.ofNanos(contents.startNanos());
    }

    @Override
    public List<Channel> channels() {
        return channels;
    }

    /** The header's signal that {@code channel} stands for. */
    public EdfSignal signal(int channel) {
        return signals.get(channel);
    }

    @Override
    public Optional<LocalDateTime> startTime() {
        return header.start().map(start -> start.plusNanos(contents.startNanos()));
    }

    @Override
    public List<Annotation> annotations() {
        return contents.annotations();
    }

    @Override
    public long samples(int channel) {
        return map(channel).end();
    }

    @Override
    public List<Segment> segments(int channel) {
        return map(channel).segments();
    }

    @Override
    public List<Gap> gaps(int channel) {
        return map(channel).gaps();
    }

    @Override
    public void counts(int channel, long firstSample, int[] into) throws IOException {
        var target = SampleTarget.counts(header.format(), into);
        read(List.of(channel), List.of(target), firstSample, into.length);
    }

    @Override
    public void microvolts(int channel, long firstSample, double[] into) throws IOException {
        microvolts(List.of(channel), firstSample, new double[][] {into});
    }

    @Override
    public void microvolts(List<Integer> wanted, long firstSample, double[][] into) throws IOException {
        int count = Recording.commonLength(wanted, into);
        var targets = new ArrayList<SampleTarget>();
        for (int i = 0; i < wanted.size(); i++) {
            Calibration calibration = channels.get(wanted.get(i)).calibration();
            targets.add(SampleTarget.microvolts(header.format(), calibration, into[i]));
        }
        read(wanted, targets, firstSample, count);
    }

    private synchronized void read(List<Integer> wanted, List<SampleTarget> targets, long firstSample, int count)
            throws IOException {
        var requests = new LinkedHashMap<Integer, List<SampleReader.Request>>();
        for (int i = 0; i < wanted.size(); i++) {
            SampleMap map = map(wanted.get(i));
            if (!map.holds(firstSample, count)) {
                throw new IllegalArgumentException("samples must lie in one recorded stretch: channel=" + wanted.get(i)
                        + ", first=" + firstSample + ", count=" + count + ", samples=" + map.end());
            }
            EdfSignal signal = signals.get(wanted.get(i));
            requests.computeIfAbsent(signal.samplesPerRecord(), samples -> new ArrayList<>())
                    .add(new SampleReader.Request(signal, targets.get(i)));
        }
        for (List<SampleReader.Request> ofOneRate : requests.values()) {
            SampleMap map = map(signals.indexOf(ofOneRate.getFirst().signal()));
            int done = 0;
            while (done < count) {
                SampleMap.Position at = map.position(firstSample + done);
                int together = (int) Math.min(count - done, at.left());
                samples.read(ofOneRate, at, done, together);
                done += together;
            }
        }
    }

    private synchronized SampleMap map(int channel) {
        EdfSignal signal = signals.get(channel);
        return maps.computeIfAbsent(
                channel,
                c -> SampleMap.of(
                        contents, signal.samplesPerRecord(), header.signals().indexOf(signal)));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
