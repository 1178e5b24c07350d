package org.neuroward.wire;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.v1.ChannelMessage;

/** Ids and channels as protobuf writes them. */
final class MessageParts {

    private static final int UUID_BYTES = 16;
    private static final double SLOWEST_HERTZ = 1e-6;

    private MessageParts() {}

    static ByteString bytes(UUID id) {
        return ByteString.copyFrom(ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
    }

    static UUID uuid(ByteString bytes) {
        if (bytes.size() != UUID_BYTES) {
            throw new IllegalArgumentException("an id has 16 bytes: " + bytes.size());
        }
        ByteBuffer in = bytes.asReadOnlyByteBuffer();
        return new UUID(in.getLong(), in.getLong());
    }

    static ChannelMessage message(Channel channel) {
        return ChannelMessage.newBuilder()
                .setLabel(channel.label())
                .setKind(channel.kind().name())
                .setUnit(channel.unit())
                .setRateHertz(channel.rate().hertz())
                .setDigitalMin(channel.digital().min())
                .setDigitalMax(channel.digital().max())
                .setPhysicalMin(channel.physical().min())
                .setPhysicalMax(channel.physical().max())
                .setTransducer(channel.transducer())
                .setPrefilter(channel.prefilter())
                .build();
    }

    static List<Channel> channels(List<ChannelMessage> messages) {
        var channels = new ArrayList<Channel>();
        for (ChannelMessage message : messages) {
            channels.add(new Channel(
                    message.getLabel(),
                    ChannelKind.valueOf(message.getKind()),
                    message.getUnit(),
                    rate(message.getRateHertz()),
                    new DigitalRange(message.getDigitalMin(), message.getDigitalMax()),
                    new PhysicalRange(message.getPhysicalMin(), message.getPhysicalMax()),
                    message.getTransducer(),
                    message.getPrefilter()));
        }
        return channels;
    }

    /** Times of all samples must stay within what a clock counts: one sample in eleven days is the slowest. */
    private static SamplingRate rate(double hertz) {
        if (hertz < SLOWEST_HERTZ) {
            throw new IllegalArgumentException("a sampling rate must be " + SLOWEST_HERTZ + " Hz or more: " + hertz);
        }
        return new SamplingRate(hertz);
    }
}
