package org.neuroward.wire;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.v1.ChannelMessage;
import org.neuroward.wire.v1.ImpedanceMessage;
import org.neuroward.wire.v1.ImpedancesMessage;
import org.neuroward.wire.v1.PatientClaimMessage;

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

    static PatientClaimMessage message(PatientClaim claim) {
        return PatientClaimMessage.newBuilder()
                .setOrderNumber(claim.orderNumber())
                .setPatientNumber(claim.patientNumber())
                .setConfirmedBy(claim.confirmedBy())
                .build();
    }

    static PatientClaim claim(PatientClaimMessage message) {
        return new PatientClaim(message.getOrderNumber(), message.getPatientNumber(), message.getConfirmedBy());
    }

    static ImpedancesMessage message(List<Impedance> electrodes) {
        var to = ImpedancesMessage.newBuilder();
        for (Impedance electrode : electrodes) {
            var one = ImpedanceMessage.newBuilder()
                    .setChannel(electrode.channel())
                    .setState(electrode.state().name())
                    .setMethod(electrode.method());
            electrode.ohms().ifPresent(one::setOhms);
            to.addElectrodes(one);
        }
        return to.build();
    }

    static List<Impedance> impedances(ImpedancesMessage message) {
        return message.getElectrodesList().stream()
                .map(electrode -> new Impedance(
                        electrode.getChannel(),
                        electrode.hasOhms() ? OptionalDouble.of(electrode.getOhms()) : OptionalDouble.empty(),
                        Impedance.State.valueOf(electrode.getState()),
                        electrode.getMethod()))
                .toList();
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
