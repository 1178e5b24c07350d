package org.neuroward.bids;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.neuroward.edf.NeutralText;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;
import org.neuroward.signal.Segment;

/** A recording as it may leave the clinic: the same samples, no date, coded texts, no free text of any channel. */
final class Deidentified implements Recording {

    private final Recording whole;
    private final List<Channel> channels;
    private final List<Annotation> annotations;

    Deidentified(Recording whole, TextCoding texts) {
        this.whole = whole;
        List<String> labels = labels(whole);
        this.channels = IntStream.range(0, labels.size())
                .mapToObj(index -> bare(whole.channels().get(index), labels.get(index)))
                .toList();
        this.annotations = whole.annotations().stream()
                .map(annotation ->
                        new Annotation(annotation.onset(), annotation.duration(), texts.apply(annotation.text())))
                .toList();
    }

    /** Labels that name nobody, in the order of the channels. */
    static List<String> labels(Recording recording) {
        List<Channel> channels = recording.channels();
        return IntStream.range(0, channels.size())
                .mapToObj(index -> NeutralText.label(channels.get(index).label(), index + 1))
                .toList();
    }

    /** Transducer and prefilter are free text; what is known of filters is written in the sidecar. */
    private static Channel bare(Channel channel, String label) {
        return new Channel(
                label,
                channel.kind(),
                NeutralText.unit(channel.unit()),
                channel.rate(),
                channel.digital(),
                channel.physical(),
                "",
                "");
    }

    @Override
    public List<Channel> channels() {
        return channels;
    }

    @Override
    public Optional<LocalDateTime> startTime() {
        return Optional.empty();
    }

    @Override
    public List<Annotation> annotations() {
        return annotations;
    }

    @Override
    public long samples(int channel) {
        return whole.samples(channel);
    }

    @Override
    public List<Gap> gaps(int channel) {
        return whole.gaps(channel);
    }

    @Override
    public List<Segment> segments(int channel) {
        return whole.segments(channel);
    }

    @Override
    public void counts(int channel, long firstSample, int[] into) throws IOException {
        whole.counts(channel, firstSample, into);
    }

    @Override
    public void microvolts(int channel, long firstSample, double[] into) throws IOException {
        whole.microvolts(channel, firstSample, into);
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
