package org.neuroward.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.neuroward.wire.FrameContent.ClockReading;
import org.neuroward.wire.FrameContent.Impedances;
import org.neuroward.wire.FrameException.Kind;
import org.neuroward.wire.FromAgent.Status;
import org.neuroward.wire.v1.ClocksMessage;
import org.neuroward.wire.v1.DeviceClockMessage;
import org.neuroward.wire.v1.ImpedancesMessage;
import org.neuroward.wire.v1.LossesMessage;
import org.neuroward.wire.v1.ServerClockMessage;
import org.neuroward.wire.v1.SpoolFactsMessage;
import org.neuroward.wire.v1.StatusMessage;

/** Clocks, electrodes and heartbeats to bytes and back. */
final class BedsideFactsCodec {

    private BedsideFactsCodec() {}

    /** The wall clock's milliseconds, then the other clocks if any is known. */
    static byte[] encode(ClockReading reading) {
        byte[] clocks = message(reading.device(), reading.server()).toByteArray();
        return ContentCodec.allocate(Long.BYTES + clocks.length)
                .putLong(reading.wallClock().toEpochMilli())
                .put(clocks)
                .array();
    }

    static ClockReading decodeClock(ByteBuffer in) throws FrameException {
        if (in.remaining() < Long.BYTES) {
            throw ContentCodec.badLength(Long.BYTES, in.remaining());
        }
        Instant wallClock = Instant.ofEpochMilli(in.getLong());
        try {
            ClocksMessage clocks = ClocksMessage.parseFrom(ByteString.copyFrom(in));
            return new ClockReading(wallClock, device(clocks), server(clocks));
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new FrameException(Kind.BAD_PAYLOAD, "a clock reading cannot be read: " + e.getMessage());
        }
    }

    static Impedances decodeImpedances(ByteBuffer in) throws FrameException {
        try {
            return new Impedances(MessageParts.impedances(ImpedancesMessage.parseFrom(ByteString.copyFrom(in))));
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new FrameException(Kind.BAD_PAYLOAD, "impedances cannot be read: " + e.getMessage());
        }
    }

    static StatusMessage message(Status status) {
        Losses losses = status.losses();
        SpoolFacts spool = status.spool();
        return StatusMessage.newBuilder()
                .setAgentNanos(status.agentNanos())
                .setDevice(status.device().name())
                .setLosses(LossesMessage.newBuilder()
                        .setMissingSamples(losses.missingSamples())
                        .setGaps(losses.gaps())
                        .setRepeated(losses.repeated())
                        .setLate(losses.late())
                        .setDamaged(losses.damaged()))
                .setSpool(SpoolFactsMessage.newBuilder()
                        .setBacklogFrames(spool.backlogFrames())
                        .setBacklogMillis(spool.backlogMillis())
                        .setBytes(spool.bytes())
                        .setDiskFreeBytes(spool.diskFreeBytes())
                        .setDiskTotalBytes(spool.diskTotalBytes())
                        .setDisk(spool.disk().name()))
                .setClocks(message(status.deviceClock(), status.serverClock()))
                .build();
    }

    static Status status(StatusMessage message) {
        LossesMessage losses = message.getLosses();
        SpoolFactsMessage spool = message.getSpool();
        return new Status(
                message.getAgentNanos(),
                DeviceState.valueOf(message.getDevice()),
                new Losses(
                        losses.getMissingSamples(),
                        losses.getGaps(),
                        losses.getRepeated(),
                        losses.getLate(),
                        losses.getDamaged()),
                new SpoolFacts(
                        spool.getBacklogFrames(),
                        spool.getBacklogMillis(),
                        spool.getBytes(),
                        spool.getDiskFreeBytes(),
                        spool.getDiskTotalBytes(),
                        DiskState.valueOf(spool.getDisk())),
                device(message.getClocks()),
                server(message.getClocks()));
    }

    private static ClocksMessage message(Optional<DeviceClock> device, Optional<ServerClock> server) {
        var to = ClocksMessage.newBuilder();
        device.ifPresent(clock -> to.setDevice(DeviceClockMessage.newBuilder()
                .setEffectiveHertz(clock.effectiveHertz())
                .setUncertaintyPpm(clock.uncertaintyPpm())));
        server.ifPresent(clock -> to.setServer(ServerClockMessage.newBuilder()
                .setOffsetNanos(clock.offsetNanos())
                .setUncertaintyNanos(clock.uncertaintyNanos())));
        return to.build();
    }

    private static Optional<DeviceClock> device(ClocksMessage clocks) {
        return clocks.hasDevice()
                ? Optional.of(new DeviceClock(
                        clocks.getDevice().getEffectiveHertz(),
                        clocks.getDevice().getUncertaintyPpm()))
                : Optional.empty();
    }

    private static Optional<ServerClock> server(ClocksMessage clocks) {
        return clocks.hasServer()
                ? Optional.of(new ServerClock(
                        clocks.getServer().getOffsetNanos(), clocks.getServer().getUncertaintyNanos()))
                : Optional.empty();
    }
}
