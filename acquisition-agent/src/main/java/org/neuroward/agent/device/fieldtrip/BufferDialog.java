package org.neuroward.agent.device.fieldtrip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.fieldtrip.BufferClient.Quantity;
import org.neuroward.agent.device.line.Connection;
import org.neuroward.agent.device.line.CountGrid;
import org.neuroward.agent.device.line.DamagedException;
import org.neuroward.agent.device.line.Dialog;
import org.neuroward.agent.device.line.HopelessException;
import org.neuroward.agent.device.line.SampleTrack;
import org.neuroward.wire.GapCause;

/**
 * Asks a buffer for what is new. The buffer keeps its last minutes, so that a broken connection loses nothing that is still
 * there when it works again; what was written over is missing, exactly counted.
 */
final class BufferDialog implements Dialog {

    private static final int WAIT_MILLIS = 200;
    private static final int MOST_BYTES_AT_ONCE = 256 << 10;

    private final String name;
    private final OptionalDouble worth;
    private final ByteOrder order;
    private BufferClient client;
    private BufferHeader header;
    private List<CountGrid> grids;
    private boolean running;
    private int position;
    private int eventPosition;

    /** @param worth microvolts of the number 1 when the buffer does not say it */
    BufferDialog(String name, OptionalDouble worth, ByteOrder order) {
        this.name = name;
        this.worth = worth;
        this.order = order;
    }

    @Override
    public ByteOrder order() {
        return order;
    }

    @Override
    public AmplifierDescription begin(Connection connection) throws IOException, HopelessException {
        client = new BufferClient(connection, order);
        header = client.header().orElseThrow(() -> new IOException("the buffer is empty yet"));
        grids = header.grids(worth);
        return new AmplifierDescription(name, false, header.channels(grids));
    }

    @Override
    public void deliver(Connection connection, SampleTrack track) throws IOException, HopelessException {
        if (running) {
            resume(track);
        } else {
            position = header.samples();
            eventPosition = header.events();
            track.counter(Integer.toUnsignedLong(position));
            running = true;
        }
        var have = new Quantity(header.samples(), header.events());
        while (true) {
            int available = have.samples() - position;
            if (available < 0 || !track.isPlausible(available)) {
                throw new IOException("the buffer began to count anew");
            }
            events(have.events(), track);
            samples(available, track);
            Optional<Quantity> now = client.await(new Quantity(position, eventPosition), WAIT_MILLIS);
            have = now.orElseThrow(() -> new IOException("the buffer was cleared"));
        }
    }

    /** Goes on where the broken connection was, unless the buffer was cleared meanwhile and counts from 0 again. */
    private void resume(SampleTrack track) {
        int available = header.samples() - position;
        if (available >= 0 && track.isPlausible(available)) {
            track.missing(0, GapCause.RECONNECTED);
            return;
        }
        track.lostCount(GapCause.RECONNECTED);
        boolean young = header.samples() >= 0 && track.isPlausible(header.samples());
        position = young ? 0 : header.samples();
        eventPosition = young ? 0 : header.events();
    }

    private void samples(int available, SampleTrack track) throws IOException {
        int left = available;
        track.settle(left);
        int atOnce = Math.max(1, MOST_BYTES_AT_ONCE / header.bytesPerSample());
        while (left > 0) {
            int count = Math.min(left, atOnce);
            Optional<double[]> values = client.samples(position, count, header);
            if (values.isEmpty()) {
                int lost = lost(left);
                track.missing(lost, GapCause.COUNTER);
                position += lost;
                left -= lost;
            } else {
                deliver(values.get(), track);
                position += count;
                left -= count;
            }
        }
    }

    /** How many of the next samples the buffer does not hold any more: the first one that it gives is looked for. */
    private int lost(int left) throws IOException {
        int gone = 0;
        int there = left;
        while (there - gone > 1) {
            int middle = gone + (there - gone) / 2;
            if (client.samples(position + middle, 1, header).isEmpty()) {
                gone = middle;
            } else {
                there = middle;
            }
        }
        return there;
    }

    private void deliver(double[] values, SampleTrack track) {
        if (grids.isEmpty()) {
            int[] counts = new int[values.length];
            for (int i = 0; i < values.length; i++) {
                counts[i] = (int) values[i];
            }
            track.samples(counts);
        } else {
            track.values(values, grids);
        }
    }

    /** Events lie at samples of the buffer; those of before the run are not told. */
    private void events(int end, SampleTrack track) throws IOException {
        if (end - eventPosition <= 0) {
            return;
        }
        Optional<ByteBuffer> bytes = client.events(eventPosition, end);
        eventPosition = end;
        try {
            while (bytes.isPresent() && bytes.get().hasRemaining()) {
                BufferEvent event = BufferEvent.read(bytes.get());
                Optional<Duration> duration =
                        event.samples() > 1 ? Optional.of(track.rate().timeOf(event.samples())) : Optional.empty();
                track.annotate(track.next() + (event.sample() - position), duration, event.text());
            }
        } catch (DamagedException e) {
            track.tally(0, 0, 1);
        }
    }
}
