package org.neuroward.lsl;

import java.util.List;

/** Our outlet and our inlet. */
final class OurLoop implements StreamLoop {

    private final Outlet outlet;
    private final Inlet inlet;
    private final SampleBatch[] batches = new SampleBatch[101];
    private volatile long received;

    OurLoop() throws Exception {
        var network = new NetworkSettings(
                new NetworkSettings.Ports(0, 0, 0), NetworkSettings.Groups.machine(), List.of(), "bench");
        var kind = new StreamKind("bench", "EEG", CHANNELS, ChannelFormat.FLOAT32, "bench", HERTZ);
        outlet = Outlet.open(kind, Element.of("desc"), OutletSettings.loopback(network));
        inlet = Inlet.start(new StreamTarget.Known(outlet.place()), InletSettings.of(network), new Counting());
        while (!outlet.hasClients()) {
            Thread.onSpinWait();
        }
    }

    private final class Counting implements InletListener {
        @Override
        public void connected(StreamDescription description, boolean newClock) {}

        @Override
        public void samples(SampleBatch batch) {
            received += batch.count();
        }

        @Override
        public void idle() {}

        @Override
        public void disconnected(String reason) {
            throw new IllegalStateException(reason);
        }

        @Override
        public void changed(StreamDescription description) {}
    }

    @Override
    public void push(int samples) {
        SampleBatch batch = batches[samples];
        if (batch == null) {
            batch = new SampleBatch(ChannelFormat.FLOAT32, CHANNELS, samples);
            batches[samples] = batch;
        }
        batch.clear();
        double now = Outlet.now();
        for (int i = 0; i < samples; i++) {
            int at = batch.add(now);
            for (int channel = 0; channel < CHANNELS; channel++) {
                batch.set(at, channel, channel * 1.5);
            }
        }
        outlet.push(batch);
    }

    @Override
    public long received() {
        return received;
    }

    @Override
    public void close() throws Exception {
        inlet.close();
        outlet.close();
    }
}
