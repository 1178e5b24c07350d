package org.neuroward.agent.device.brainvision;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.line.BlockCounter;
import org.neuroward.agent.device.line.BlockCounter.Step;
import org.neuroward.agent.device.line.Connection;
import org.neuroward.agent.device.line.CountGrid;
import org.neuroward.agent.device.line.DamagedException;
import org.neuroward.agent.device.line.Dialog;
import org.neuroward.agent.device.line.HopelessException;
import org.neuroward.agent.device.line.SampleTrack;
import org.neuroward.wire.GapCause;

/**
 * Listens to a recorder, which speaks alone. Its blocks are numbered since it began to measure, so that what is missing
 * between two blocks is known, over a broken connection too.
 */
final class RdaDialog implements Dialog {

    private static final int DATA_HEADER_BYTES = 12;
    private static final String SET_ANEW = "BrainVision Recorder began to measure anew";

    private final String name;
    private final BlockCounter blocks = new BlockCounter(1L << 32);
    private RdaStart start;
    private RdaMessage first;
    private boolean counts;
    private List<CountGrid> grids;
    private boolean announced;
    private boolean measuredImpedance;
    private boolean delivered;

    RdaDialog(String name) {
        this.name = name;
    }

    @Override
    public ByteOrder order() {
        return ByteOrder.LITTLE_ENDIAN;
    }

    /** The port decides whether counts or floating point numbers come, and only the first data tell which port it is. */
    @Override
    public AmplifierDescription begin(Connection connection) throws IOException, HopelessException {
        start = null;
        while (true) {
            RdaMessage message = RdaMessage.read(connection);
            if (message.type() == RdaMessage.START) {
                start = RdaStart.read(message.body());
            } else if (start != null && isData(message)) {
                first = message;
                counts = message.type() == RdaMessage.DATA16;
                grids = start.grids(counts);
                announced = true;
                return new AmplifierDescription(name, false, start.channels(grids));
            }
        }
    }

    private static boolean isData(RdaMessage message) {
        return message.type() == RdaMessage.DATA16 || message.type() == RdaMessage.DATA32;
    }

    @Override
    public void deliver(Connection connection, SampleTrack track) throws IOException, HopelessException {
        data(first, track);
        while (true) {
            RdaMessage message = RdaMessage.read(connection);
            if (isData(message)) {
                data(message, track);
            } else if (message.type() == RdaMessage.START) {
                restart(message, track);
            } else if (message.isOfImpedance()) {
                measuredImpedance = true;
            }
        }
    }

    private void restart(RdaMessage message, SampleTrack track) throws IOException, HopelessException {
        if (!RdaStart.read(message.body()).equals(start)) {
            throw new HopelessException("the recorder was set to other channels, or another rate: " + name);
        }
        announced = true;
        track.annotate(track.next(), Optional.empty(), SET_ANEW);
    }

    private void data(RdaMessage message, SampleTrack track) throws IOException, HopelessException {
        ByteBuffer body = message.body();
        int channels = grids.size();
        int width = counts ? Short.BYTES : Float.BYTES;
        if (counts != (message.type() == RdaMessage.DATA16) || body.remaining() < DATA_HEADER_BYTES) {
            throw new DamagedException("a recorder sends one kind of data: type=" + message.type());
        }
        long block = Integer.toUnsignedLong(body.getInt());
        long points = Integer.toUnsignedLong(body.getInt());
        long markers = Integer.toUnsignedLong(body.getInt());
        if (points > body.remaining() / (long) (channels * width)) {
            throw new DamagedException("a block holds its samples: samples=" + points + ", channels=" + channels
                    + ", bytes=" + body.remaining());
        }
        if (points > 0 && takes(block, (int) points, track)) {
            track.settle((int) points);
            ByteBuffer samples =
                    body.slice(body.position(), (int) points * channels * width).order(ByteOrder.LITTLE_ENDIAN);
            body.position(body.position() + samples.remaining());
            mark(body, markers, track);
            deliver(samples, (int) points * channels, track);
        }
    }

    /** False for a block that came before, or too late. */
    private boolean takes(long block, int points, SampleTrack track) {
        if (!delivered) {
            track.counter(block * points);
        }
        Step step = blocks.next(block);
        if (announced && (step instanceof Step.Repeated || step instanceof Step.Late)) {
            blocks.forget();
            blocks.next(block);
            step = new Step.Restarted();
        }
        GapCause cause = measuredImpedance ? GapCause.IMPEDANCE : GapCause.COUNTER;
        boolean taken =
                switch (step) {
                    case Step.Follows follows -> {
                        track.missing(0, cause);
                        yield true;
                    }
                    case Step.Skipped skipped -> {
                        track.missing(skipped.blocks() * points, cause);
                        yield true;
                    }
                    case Step.Restarted restarted -> {
                        track.lostCount(measuredImpedance ? GapCause.IMPEDANCE : GapCause.RECONNECTED);
                        yield true;
                    }
                    case Step.Repeated repeated -> {
                        track.tally(1, 0, 0);
                        yield false;
                    }
                    case Step.Late late -> {
                        track.tally(0, 1, 0);
                        yield false;
                    }
                };
        announced &= !taken;
        measuredImpedance &= !taken;
        delivered |= taken;
        return taken;
    }

    /** A marker that cannot be read loses itself and those behind it, not the samples. */
    private static void mark(ByteBuffer body, long markers, SampleTrack track) {
        try {
            for (long i = 0; i < markers; i++) {
                RdaMarker marker = RdaMarker.read(body.order(ByteOrder.LITTLE_ENDIAN));
                Optional<Duration> duration =
                        marker.samples() > 1 ? Optional.of(track.rate().timeOf(marker.samples())) : Optional.empty();
                track.annotate(track.next() + marker.position(), duration, marker.text());
            }
        } catch (DamagedException e) {
            track.tally(0, 0, 1);
        }
    }

    private void deliver(ByteBuffer samples, int numbers, SampleTrack track) {
        if (counts) {
            int[] integers = new int[numbers];
            for (int i = 0; i < numbers; i++) {
                integers[i] = samples.getShort();
            }
            track.samples(integers);
        } else {
            double[] values = new double[numbers];
            for (int i = 0; i < numbers; i++) {
                values[i] = samples.getFloat();
            }
            track.values(values, grids);
        }
    }
}
