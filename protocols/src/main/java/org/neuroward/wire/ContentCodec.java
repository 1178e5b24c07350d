package org.neuroward.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.neuroward.wire.FrameContent.ClockReading;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameContent.Impedances;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.FrameContent.Tally;
import org.neuroward.wire.FrameException.Kind;
import org.neuroward.wire.v1.DescriptionMessage;

/** Payload bytes of each frame type. */
final class ContentCodec {

    private static final long NO_DURATION = -1;
    private static final byte ESTIMATED = 1;

    private ContentCodec() {}

    static FrameType typeOf(FrameContent content) {
        return switch (content) {
            case Description description -> FrameType.DESC;
            case Samples samples -> FrameType.DATA;
            case Missing missing -> FrameType.GAP;
            case Event event -> FrameType.EVENT;
            case ClockReading reading -> FrameType.CLOCK;
            case End end -> FrameType.END;
            case Impedances impedances -> FrameType.IMPEDANCE;
            case Tally tally -> FrameType.TALLY;
        };
    }

    static byte[] encode(FrameContent content) {
        return switch (content) {
            case Description description -> encodeDescription(description);
            case Samples samples -> littleEndian(samples.counts());
            case Missing missing -> encodeMissing(missing);
            case Event event -> encodeEvent(event);
            case ClockReading reading -> BedsideFactsCodec.encode(reading);
            case End end -> encodeEnd(end);
            case Impedances impedances ->
                MessageParts.message(impedances.electrodes()).toByteArray();
            case Tally tally ->
                allocate(3 * Long.BYTES)
                        .putLong(tally.repeated())
                        .putLong(tally.late())
                        .putLong(tally.damaged())
                        .array();
        };
    }

    static FrameContent decode(Frame frame) throws FrameException {
        ByteBuffer in = frame.payload();
        return switch (frame.type()) {
            case DESC -> decodeDescription(in);
            case DATA -> decodeCounts(frame, in);
            case GAP -> decodeMissing(in);
            case EVENT -> decodeEvent(frame, in);
            case CLOCK -> BedsideFactsCodec.decodeClock(in);
            case END -> decodeEnd(in);
            case IMPEDANCE -> BedsideFactsCodec.decodeImpedances(in);
            case TALLY -> decodeTally(only(in, 3 * Long.BYTES));
        };
    }

    private static byte[] encodeDescription(Description description) {
        var message = DescriptionMessage.newBuilder()
                .setSessionId(MessageParts.bytes(description.sessionId()))
                .setSource(description.source())
                .setStartedAtEpochMillis(description.startedAt().toEpochMilli())
                .setSimulated(description.simulated())
                .setOffline(description.offline())
                .setProcedure(description.procedure());
        description.claim().ifPresent(claim -> message.setClaim(MessageParts.message(claim)));
        description.channels().forEach(channel -> message.addChannels(MessageParts.message(channel)));
        return message.build().toByteArray();
    }

    private static Description decodeDescription(ByteBuffer in) throws FrameException {
        try {
            DescriptionMessage message = DescriptionMessage.parseFrom(in);
            return new Description(
                    MessageParts.uuid(message.getSessionId()),
                    message.getSource(),
                    Instant.ofEpochMilli(message.getStartedAtEpochMillis()),
                    MessageParts.channels(message.getChannelsList()),
                    message.getSimulated(),
                    message.hasClaim() ? Optional.of(MessageParts.claim(message.getClaim())) : Optional.empty(),
                    message.getOffline(),
                    message.getProcedure());
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new FrameException(Kind.BAD_PAYLOAD, "the description cannot be read: " + e.getMessage());
        }
    }

    static byte[] littleEndian(int[] counts) {
        ByteBuffer to = allocate(counts.length * Integer.BYTES);
        to.asIntBuffer().put(counts);
        return to.array();
    }

    static int[] counts(ByteBuffer in) {
        if (in.remaining() % Integer.BYTES != 0) {
            throw new IllegalArgumentException("counts have 4 bytes each: " + in.remaining() + " bytes");
        }
        int[] counts = new int[in.remaining() / Integer.BYTES];
        in.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(counts);
        return counts;
    }

    private static Samples decodeCounts(Frame frame, ByteBuffer in) throws FrameException {
        int samples = frame.sampleCount();
        if (samples == 0 || in.remaining() == 0 || in.remaining() % ((long) samples * Integer.BYTES) != 0) {
            throw new FrameException(
                    Kind.BAD_PAYLOAD,
                    "a data frame holds whole samples of 4 bytes a channel: samples=" + samples + ", bytes="
                            + in.remaining());
        }
        return new Samples(in.asIntBuffer());
    }

    /** A counted loss is one byte, as it was before there were estimated ones. */
    private static byte[] encodeMissing(Missing missing) {
        byte cause = (byte) missing.cause().code();
        return missing.exact() ? new byte[] {cause} : new byte[] {cause, ESTIMATED};
    }

    private static Missing decodeMissing(ByteBuffer in) throws FrameException {
        if (in.remaining() != 1 && in.remaining() != 2) {
            throw badLength(1, in.remaining());
        }
        GapCause cause = GapCause.of(in.get() & 0xFF);
        if (in.hasRemaining() && in.get() != ESTIMATED) {
            throw new FrameException(Kind.BAD_PAYLOAD, "a gap is counted, or marked as estimated by the byte 1");
        }
        return new Missing(cause, in.limit() == 1);
    }

    private static Tally decodeTally(ByteBuffer in) throws FrameException {
        long repeated = in.getLong();
        long late = in.getLong();
        long damaged = in.getLong();
        if (repeated < 0 || late < 0 || damaged < 0) {
            throw new FrameException(Kind.BAD_PAYLOAD, "a tally's counts must not be negative");
        }
        return new Tally(repeated, late, damaged);
    }

    private static byte[] encodeEvent(Event event) {
        byte[] text = event.text().getBytes(StandardCharsets.UTF_8);
        return allocate(2 * Long.BYTES + text.length)
                .putLong(event.onset().toNanos())
                .putLong(event.duration().map(Duration::toNanos).orElse(NO_DURATION))
                .put(text)
                .array();
    }

    private static Event decodeEvent(Frame frame, ByteBuffer in) throws FrameException {
        if (in.remaining() < 2 * Long.BYTES) {
            throw badLength(2 * Long.BYTES, in.remaining());
        }
        Duration onset = Duration.ofNanos(in.getLong());
        long nanos = in.getLong();
        if (nanos < NO_DURATION) {
            throw new FrameException(Kind.BAD_PAYLOAD, "an event's duration must be -1 (none) or positive: " + nanos);
        }
        Optional<Duration> duration = nanos == NO_DURATION ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
        boolean planned = frame.header().flags() == FrameHeader.PLANNED_DURATION;
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
            return new Event(onset, duration, text, planned);
        } catch (CharacterCodingException e) {
            throw new FrameException(Kind.BAD_PAYLOAD, "an event's text must be UTF-8");
        }
    }

    private static byte[] encodeEnd(End end) {
        ByteBuffer to = allocate(1 + end.samplesOfStreams().size() * Long.BYTES);
        to.put((byte) end.reason().code());
        end.samplesOfStreams().forEach(to::putLong);
        return to.array();
    }

    private static End decodeEnd(ByteBuffer in) throws FrameException {
        if (in.remaining() % Long.BYTES != 1) {
            throw badLength(1 + Long.BYTES, in.remaining());
        }
        EndReason reason = EndReason.of(in.get() & 0xFF);
        var samples = new ArrayList<Long>();
        while (in.hasRemaining()) {
            samples.add(in.getLong());
        }
        return new End(reason, samples);
    }

    static ByteBuffer only(ByteBuffer in, int bytes) throws FrameException {
        if (in.remaining() != bytes) {
            throw badLength(bytes, in.remaining());
        }
        return in;
    }

    static FrameException badLength(int needed, int present) {
        return new FrameException(
                Kind.BAD_PAYLOAD, "payload length does not fit its type: needed=" + needed + ", present=" + present);
    }

    static ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
