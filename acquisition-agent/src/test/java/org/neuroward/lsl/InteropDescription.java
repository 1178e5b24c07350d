package org.neuroward.lsl;

import java.util.OptionalLong;
import java.util.stream.IntStream;

/** The description of streams that {@link InteropSamples} fills. */
final class InteropDescription {

    private InteropDescription() {}

    static StreamDescription of(ChannelFormat format) {
        var channels = IntStream.range(0, InteropSamples.CHANNELS)
                .mapToObj(i -> new DescribedChannel("C" + i, "EEG", "uV", OptionalLong.empty()))
                .toList();
        return new StreamDescription(
                new StreamKind("S", "EEG", InteropSamples.CHANNELS, format, "source", InteropSamples.HERTZ),
                DescriptionTest.description(format).instance(),
                Element.of("desc", DescribedChannel.channelsElement(channels)));
    }
}
