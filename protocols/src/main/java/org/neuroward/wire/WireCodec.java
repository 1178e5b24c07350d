package org.neuroward.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.util.Optional;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromAgent.FrameMessage;
import org.neuroward.wire.FromAgent.Hello;
import org.neuroward.wire.FromAgent.ImpedanceReading;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromAgent.SpooledRecording;
import org.neuroward.wire.FromAgent.State;
import org.neuroward.wire.FromAgent.Status;
import org.neuroward.wire.v1.AgentMessage;
import org.neuroward.wire.v1.CommandDoneMessage;
import org.neuroward.wire.v1.HelloMessage;
import org.neuroward.wire.v1.PreviewMessage;
import org.neuroward.wire.v1.SpooledMessage;
import org.neuroward.wire.v1.StateMessage;

/** Messages to bytes and back. */
public final class WireCodec {

    private WireCodec() {}

    public static byte[] encode(FromAgent message) {
        var to = AgentMessage.newBuilder();
        switch (message) {
            case Hello hello -> to.setHello(encodeHello(hello));
            case FrameMessage frame -> to.setFrame(UnsafeByteOperations.unsafeWrap(frame.bytes()));
            case Preview preview -> to.setPreview(encodePreview(preview));
            case State state ->
                to.setState(
                        StateMessage.newBuilder().setState(state.state().name()).setDetail(state.detail()));
            case Status status -> to.setStatus(BedsideFactsCodec.message(status));
            case ImpedanceReading reading -> to.setImpedances(MessageParts.message(reading.electrodes()));
            case CommandDone done ->
                to.setCommandDone(CommandDoneMessage.newBuilder()
                        .setCommandId(MessageParts.bytes(done.commandId()))
                        .setRefusal(done.refusal().map(Enum::name).orElse("")));
        }
        return to.build().toByteArray();
    }

    public static byte[] encode(FromServer message) {
        return ServerCodec.encode(message);
    }

    public static FromAgent decodeFromAgent(byte[] bytes) throws WireException {
        try {
            AgentMessage message = parse(bytes);
            return switch (message.getContentCase()) {
                case HELLO -> decodeHello(message.getHello());
                case FRAME -> FrameMessage.owning(message.getFrame().toByteArray());
                case PREVIEW -> decodePreview(message.getPreview());
                case STATE ->
                    new State(
                            AgentState.valueOf(message.getState().getState()),
                            message.getState().getDetail());
                case STATUS -> BedsideFactsCodec.status(message.getStatus());
                case IMPEDANCES -> new ImpedanceReading(MessageParts.impedances(message.getImpedances()));
                case COMMAND_DONE -> decodeDone(message.getCommandDone());
                case CONTENT_NOT_SET -> throw new WireException("the agent's message is of no known kind");
            };
        } catch (IllegalArgumentException e) {
            throw new WireException("the agent's message cannot be read: " + e.getMessage());
        }
    }

    /** Leaves a frame's bytes where they are: they are copied once, out of the message. */
    private static AgentMessage parse(byte[] bytes) throws WireException {
        CodedInputStream in = UnsafeByteOperations.unsafeWrap(bytes).newCodedInput();
        in.enableAliasing(true);
        try {
            AgentMessage message = AgentMessage.parseFrom(in);
            in.checkLastTagWas(0);
            return message;
        } catch (IOException e) {
            throw new WireException("the agent's message cannot be read: " + e.getMessage());
        }
    }

    public static FromServer decodeFromServer(byte[] bytes) throws WireException {
        try {
            return ServerCodec.decode(bytes);
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new WireException("the server's message cannot be read: " + e.getMessage());
        }
    }

    private static HelloMessage encodeHello(Hello hello) {
        var to = HelloMessage.newBuilder()
                .setAgentId(hello.agentId())
                .setSecret(hello.secret())
                .setAgentVersion(hello.agentVersion())
                .setWireVersion(hello.wireVersion())
                .setDevice(hello.device())
                .setSimulated(hello.simulated());
        hello.channels().forEach(channel -> to.addChannels(MessageParts.message(channel)));
        for (SpooledRecording recording : hello.recordings()) {
            to.addRecordings(SpooledMessage.newBuilder()
                    .setRecordingId(MessageParts.bytes(recording.recordingId()))
                    .setSessionId(MessageParts.bytes(recording.sessionId()))
                    .setNextFrame(recording.nextFrame())
                    .setEnded(recording.ended())
                    .setOffline(recording.offline()));
        }
        return to.build();
    }

    private static Hello decodeHello(HelloMessage message) {
        return new Hello(
                message.getAgentId(),
                message.getSecret(),
                message.getAgentVersion(),
                message.getWireVersion(),
                message.getDevice(),
                message.getSimulated(),
                MessageParts.channels(message.getChannelsList()),
                message.getRecordingsList().stream()
                        .map(recording -> new SpooledRecording(
                                MessageParts.uuid(recording.getRecordingId()),
                                MessageParts.uuid(recording.getSessionId()),
                                recording.getNextFrame(),
                                recording.getEnded(),
                                recording.getOffline()))
                        .toList());
    }

    private static PreviewMessage encodePreview(Preview preview) {
        byte[] counts = ContentCodec.littleEndian(preview.counts());
        return PreviewMessage.newBuilder()
                .setStream(preview.stream())
                .setFirstSample(preview.firstSample())
                .setChannels(preview.channels())
                .setCounts(ByteString.copyFrom(counts))
                .build();
    }

    private static Preview decodePreview(PreviewMessage message) {
        int[] counts = ContentCodec.counts(message.getCounts().asReadOnlyByteBuffer());
        return new Preview(message.getStream(), message.getFirstSample(), message.getChannels(), counts);
    }

    private static CommandDone decodeDone(CommandDoneMessage message) {
        Optional<CommandRefusal> refusal = message.getRefusal().isEmpty()
                ? Optional.empty()
                : Optional.of(CommandRefusal.valueOf(message.getRefusal()));
        return new CommandDone(MessageParts.uuid(message.getCommandId()), refusal);
    }
}
