package org.neuroward.wire;

import java.util.ArrayList;
import java.util.List;
import org.neuroward.signal.Channel;
import org.neuroward.signal.SamplingRate;

/**
 * How channels share streams: the channels of one sampling rate form one stream, and streams are numbered in the order in
 * which their rates first appear. Both sides derive it from the channel list, so it never has to be sent.
 */
public record StreamLayout(List<Stream> streams) {

    /**
     * Channels of one rate.
     *
     * @param channels positions in the source's channel list, ascending
     */
    public record Stream(int number, SamplingRate rate, List<Integer> channels) {
        public Stream {
            channels = List.copyOf(channels);
        }
    }

    public StreamLayout {
        streams = List.copyOf(streams);
    }

    public static StreamLayout of(List<Channel> channels) {
        var rates = channels.stream().map(Channel::rate).distinct().toList();
        var streams = new ArrayList<Stream>();
        for (SamplingRate rate : rates) {
            var members = new ArrayList<Integer>();
            for (int channel = 0; channel < channels.size(); channel++) {
                if (channels.get(channel).rate().equals(rate)) {
                    members.add(channel);
                }
            }
            streams.add(new Stream(streams.size(), rate, members));
        }
        return new StreamLayout(streams);
    }

    /** The stream that carries {@code channel} of the source's list. */
    public Stream streamOf(int channel) {
        for (Stream stream : streams) {
            if (stream.channels().contains(channel)) {
                return stream;
            }
        }
        throw new IllegalArgumentException("no such channel: " + channel);
    }
}
