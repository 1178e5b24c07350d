package org.neuroward.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.neuroward.wire.FromServer.Ack;
import org.neuroward.wire.FromServer.Marker;
import org.neuroward.wire.FromServer.MeasureImpedance;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.FromServer.Prepare;
import org.neuroward.wire.FromServer.Refused;
import org.neuroward.wire.FromServer.Release;
import org.neuroward.wire.FromServer.Sealed;
import org.neuroward.wire.FromServer.Start;
import org.neuroward.wire.FromServer.Stop;
import org.neuroward.wire.FromServer.TimeAnswer;
import org.neuroward.wire.FromServer.Welcome;
import org.neuroward.wire.v1.AckMessage;
import org.neuroward.wire.v1.BlockMessage;
import org.neuroward.wire.v1.MarkerMessage;
import org.neuroward.wire.v1.MeasureImpedanceMessage;
import org.neuroward.wire.v1.PrepareMessage;
import org.neuroward.wire.v1.RefusedMessage;
import org.neuroward.wire.v1.ReleaseMessage;
import org.neuroward.wire.v1.SealedMessage;
import org.neuroward.wire.v1.ServerMessage;
import org.neuroward.wire.v1.StartMessage;
import org.neuroward.wire.v1.StopMessage;
import org.neuroward.wire.v1.TimeAnswerMessage;
import org.neuroward.wire.v1.WelcomeMessage;

/** The server's messages to bytes and back. */
final class ServerCodec {

    private ServerCodec() {}

    static byte[] encode(FromServer message) {
        var to = ServerMessage.newBuilder();
        switch (message) {
            case Welcome welcome ->
                to.setWelcome(WelcomeMessage.newBuilder()
                        .addAllDurable(welcome.durable().stream()
                                .map(ServerCodec::encodeAck)
                                .toList()));
            case Ack ack -> to.setAck(encodeAck(ack));
            case Prepare prepare ->
                to.setPrepare(PrepareMessage.newBuilder()
                        .setCommandId(MessageParts.bytes(prepare.commandId()))
                        .setSessionId(MessageParts.bytes(prepare.sessionId())));
            case Start start -> to.setStart(encodeStart(start));
            case Marker marker ->
                to.setMarker(MarkerMessage.newBuilder()
                        .setCommandId(MessageParts.bytes(marker.commandId()))
                        .setText(marker.text()));
            case Stop stop -> to.setStop(StopMessage.newBuilder().setCommandId(MessageParts.bytes(stop.commandId())));
            case Release release ->
                to.setRelease(ReleaseMessage.newBuilder().setCommandId(MessageParts.bytes(release.commandId())));
            case MeasureImpedance measure ->
                to.setMeasureImpedance(MeasureImpedanceMessage.newBuilder()
                        .setCommandId(MessageParts.bytes(measure.commandId()))
                        .setOn(measure.on()));
            case TimeAnswer answer ->
                to.setTimeAnswer(TimeAnswerMessage.newBuilder()
                        .setAgentNanos(answer.agentNanos())
                        .setReceivedEpochNanos(answer.receivedEpochNanos())
                        .setSentEpochNanos(answer.sentEpochNanos()));
            case Sealed sealed ->
                to.setSealed(SealedMessage.newBuilder()
                        .setRecordingId(MessageParts.bytes(sealed.recordingId()))
                        .setSha256(sealed.sha256()));
            case Refused refused ->
                to.setRefused(RefusedMessage.newBuilder()
                        .setCode(refused.code().name())
                        .setSentence(refused.sentence()));
        }
        return to.build().toByteArray();
    }

    static FromServer decode(byte[] bytes) throws InvalidProtocolBufferException, WireException {
        ServerMessage message = ServerMessage.parseFrom(bytes);
        return switch (message.getContentCase()) {
            case WELCOME ->
                new Welcome(message.getWelcome().getDurableList().stream()
                        .map(ServerCodec::decodeAck)
                        .toList());
            case ACK -> decodeAck(message.getAck());
            case PREPARE ->
                new Prepare(
                        MessageParts.uuid(message.getPrepare().getCommandId()),
                        MessageParts.uuid(message.getPrepare().getSessionId()));
            case START -> decodeStart(message.getStart());
            case MARKER ->
                new Marker(
                        MessageParts.uuid(message.getMarker().getCommandId()),
                        message.getMarker().getText());
            case STOP -> new Stop(MessageParts.uuid(message.getStop().getCommandId()));
            case RELEASE -> new Release(MessageParts.uuid(message.getRelease().getCommandId()));
            case SEALED ->
                new Sealed(
                        MessageParts.uuid(message.getSealed().getRecordingId()),
                        message.getSealed().getSha256());
            case REFUSED ->
                new Refused(
                        RefusalCode.valueOf(message.getRefused().getCode()),
                        message.getRefused().getSentence());
            case MEASURE_IMPEDANCE ->
                new MeasureImpedance(
                        MessageParts.uuid(message.getMeasureImpedance().getCommandId()),
                        message.getMeasureImpedance().getOn());
            case TIME_ANSWER ->
                new TimeAnswer(
                        message.getTimeAnswer().getAgentNanos(),
                        message.getTimeAnswer().getReceivedEpochNanos(),
                        message.getTimeAnswer().getSentEpochNanos());
            case CONTENT_NOT_SET -> throw new WireException("the server's message is of no known kind");
        };
    }

    private static AckMessage encodeAck(Ack ack) {
        return AckMessage.newBuilder()
                .setRecordingId(MessageParts.bytes(ack.recordingId()))
                .setNextFrame(ack.nextFrame())
                .build();
    }

    private static Ack decodeAck(AckMessage message) {
        return new Ack(MessageParts.uuid(message.getRecordingId()), message.getNextFrame());
    }

    private static StartMessage encodeStart(Start start) {
        var to = StartMessage.newBuilder()
                .setCommandId(MessageParts.bytes(start.commandId()))
                .setSessionId(MessageParts.bytes(start.sessionId()));
        for (PlannedBlock block : start.plan()) {
            to.addBlocks(BlockMessage.newBuilder().setText(block.text()).setSeconds(block.seconds()));
        }
        start.claim().ifPresent(claim -> to.setClaim(MessageParts.message(claim)));
        return to.build();
    }

    private static Start decodeStart(StartMessage message) {
        return new Start(
                MessageParts.uuid(message.getCommandId()),
                MessageParts.uuid(message.getSessionId()),
                message.getBlocksList().stream()
                        .map(block -> new PlannedBlock(block.getText(), block.getSeconds()))
                        .toList(),
                message.hasClaim() ? Optional.of(MessageParts.claim(message.getClaim())) : Optional.empty());
    }
}
