package org.neuroward.agent.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.lsl.Discovery;
import org.neuroward.lsl.FoundStream;
import org.neuroward.lsl.Inlet;
import org.neuroward.lsl.InletListener;
import org.neuroward.lsl.InletSettings;
import org.neuroward.lsl.NetworkSettings;
import org.neuroward.lsl.OutletSettings;
import org.neuroward.lsl.SampleBatch;
import org.neuroward.lsl.StreamDescription;
import org.neuroward.lsl.StreamTarget;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;

class BedOutletTest {

    private static NetworkSettings network() throws java.io.IOException {
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            int port = Math.min(socket.getLocalPort(), 65_000);
            return new NetworkSettings(
                    new NetworkSettings.Ports(port, port + 1, 16),
                    NetworkSettings.Groups.machine(),
                    List.of("127.0.0.1"),
                    "neuroward-test");
        }
    }

    private static Channel channel(String label, String unit, double hertz) {
        return new Channel(
                label,
                ChannelKind.ofLabel(label),
                unit,
                new SamplingRate(hertz),
                new DigitalRange(-1000, 1000),
                new PhysicalRange(-500, 500),
                "",
                "");
    }

    /** Keeps samples as lists of numbers. */
    private static final class Reader implements InletListener {
        private final LinkedBlockingQueue<List<Double>> samples = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<StreamDescription> streams = new LinkedBlockingQueue<>();

        @Override
        public void connected(StreamDescription description, boolean newClock) {
            streams.add(description);
        }

        @Override
        public void samples(SampleBatch batch) {
            for (int sample = 0; sample < batch.count(); sample++) {
                var values = new ArrayList<Double>();
                for (int channel = 0; channel < batch.channels(); channel++) {
                    values.add(batch.number(sample, channel));
                }
                samples.add(values);
            }
        }

        @Override
        public void idle() {}

        @Override
        public void disconnected(String reason) {}

        @Override
        public void changed(StreamDescription description) {}
    }

    @Test
    void otherProgramsReadMicrovoltsAndTheNumbersOfSamples() throws Exception {
        NetworkSettings network = network();
        List<Channel> channels =
                List.of(channel("C3", "mV", 250), channel("Pulse", "%", 250), channel("Temp", "degC", 1));
        var reader = new Reader();
        try (var outlet = new BedOutlet("bed 1", "agent-1", OutletSettings.loopback(network))) {
            outlet.begin(channels);
            List<FoundStream> found =
                    new Discovery(network).find("", Duration.ofSeconds(10), streams -> streams.size() == 2);
            assertThat(found)
                    .extracting(stream -> stream.description().kind().name())
                    .containsExactlyInAnyOrder("bed 1", "bed 1-2");
            try (var inlet = Inlet.start(StreamTarget.Matching.named("bed 1"), InletSettings.of(network), reader)) {
                StreamDescription stream = reader.streams.poll(20, TimeUnit.SECONDS);
                assertThat(stream.channels().get(0).unit()).isEqualTo("microvolts");
                assertThat(stream.channels().get(1).unit()).isEqualTo("%");
                assertThat(stream.channels().get(2).isSampleCounter()).isTrue();
                awaitClient(outlet);
                outlet.block(SampleBlock.of(0, 40, 2, 0, new int[] {2, -3, 4, -5}));
                // The same channels again: whoever reads goes on reading.
                outlet.begin(channels);
                // Two samples are missing; the number passes 2^24.
                outlet.block(SampleBlock.of(0, (1L << 24) - 1, 2, 0, new int[] {-6, 7, 0, 0}));

                assertThat(reader.samples.poll(20, TimeUnit.SECONDS)).containsExactly(1000.0, -1.5, 40.0);
                assertThat(reader.samples.poll(20, TimeUnit.SECONDS)).containsExactly(2000.0, -2.5, 41.0);
                assertThat(reader.samples.poll(20, TimeUnit.SECONDS)).containsExactly(-3000.0, 3.5, 16_777_215.0);
                assertThat(reader.samples.poll(20, TimeUnit.SECONDS)).containsExactly(0.0, 0.0, 0.0);
                assertThat(outlet.statistics().getFirst().lost()).isZero();
                assertThat(inlet.findStream()).isPresent();
            }
            outlet.end();
            assertThat(outlet.statistics()).isEmpty();
            // Nobody minds samples of a run that was not announced.
            outlet.block(SampleBlock.of(0, 0, 2, 0, new int[] {1, 2}));
        }
    }

    private static void awaitClient(BedOutlet outlet) throws InterruptedException {
        var never = new java.util.concurrent.CountDownLatch(1);
        for (int i = 0; i < 4000 && outlet.statistics().getFirst().clients().isEmpty(); i++) {
            assertThat(never.await(5, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(outlet.statistics().getFirst().clients()).hasSize(1);
    }
}
