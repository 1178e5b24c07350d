package org.neuroward.lsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our inlet and outlet against liblsl 1.12, whose samples are computed on its side by a formula. */
class LiblslInteropTest {

    private static final int CURRENT = 110;
    private static final int OLD = 100;

    @TempDir
    Path folder;

    private final NetworkSettings network = TestPorts.network();

    @BeforeEach
    void needsLiblsl() {
        assumeTrue(LiblslProcess.findLibrary().isPresent(), LiblslProcess.ABSENT);
    }

    @Test
    void ourInletReadsAllFormatsOfLiblsl() throws Exception {
        try (var peer = LiblslProcess.start(folder, network.ports(), CURRENT)) {
            for (ChannelFormat format : ChannelFormat.values()) {
                readFrom(peer, format, InletSettings.of(network));
            }
        }
    }

    @Test
    void ourInletReadsBigEndianNumbersOfLiblsl() throws Exception {
        var settings = new InletSettings(network, ByteOrder.BIG_ENDIAN, false, System::nanoTime);
        try (var peer = LiblslProcess.start(folder, network.ports(), CURRENT)) {
            for (ChannelFormat format : ChannelFormat.values()) {
                readFrom(peer, format, settings);
            }
        }
    }

    @Test
    void ourInletReadsArchivesOfLiblsl() throws Exception {
        var settings = new InletSettings(network, ByteOrder.LITTLE_ENDIAN, true, System::nanoTime);
        try (var peer = LiblslProcess.start(folder, network.ports(), CURRENT)) {
            for (ChannelFormat format : ChannelFormat.values()) {
                readFrom(peer, format, settings);
            }
        }
    }

    /** Its outlet ends with one sample that was never pushed; ours must not keep it. */
    private void readFrom(LiblslProcess peer, ChannelFormat format, InletSettings settings) throws Exception {
        peer.ask("outlet of-" + format + " " + format);
        var heard = new HeardStream();
        List<FoundStream> found = new Discovery(network)
                .find("name='of-" + format + "'", Duration.ofSeconds(10), streams -> !streams.isEmpty());
        assertThat(found).as("found " + format).hasSize(1);
        var target = new StreamTarget.Known(found.getFirst());

        try (var inlet = Inlet.start(target, settings, heard)) {
            assertThat(inlet.findCorrection()).isEmpty();
            assertThat(heard.awaitEvents(1)).as("found " + format).isTrue();
            assertThat(peer.ask("consumers")).containsExactly("1");
            peer.ask("push");
            assertThat(heard.awaitSamples(InteropSamples.SAMPLES))
                    .as("samples of " + format)
                    .isTrue();
            peer.ask("destroy-outlet");
            assertThat(heard.awaitEvents(2)).as("end of " + format).isTrue();
        }

        assertThat(heard.samples()).as(format.name()).isEqualTo(InteropSamples.lines(format));
        assertThat(heard.description().channels().get(3))
                .isEqualTo(new DescribedChannel("C3", "EEG", "microvolts", java.util.OptionalLong.empty()));
    }

    @Test
    void liblslReadsAllFormatsOfOurOutlet() throws Exception {
        readBy(CURRENT);
    }

    @Test
    void liblslReadsArchivesOfOurOutlet() throws Exception {
        readBy(OLD);
    }

    private void readBy(int protocol) throws Exception {
        Element desc = Element.of("desc", Element.of("reference", Element.of("label", "linked <ears> & \"nose\"")));
        List<Outlet> outlets = new ArrayList<>();
        try (var peer = LiblslProcess.start(folder, network.ports(), protocol)) {
            for (ChannelFormat format : ChannelFormat.values()) {
                outlets.add(Outlet.open(ours(format), desc, OutletSettings.loopback(network)));
            }
            assertThat(peer.ask("resolve " + outlets.size())).containsExactly(Integer.toString(outlets.size()));
            for (Outlet outlet : outlets) {
                readBy(peer, outlet);
            }
        } finally {
            for (Outlet outlet : outlets) {
                outlet.close();
            }
        }
    }

    private static StreamKind ours(ChannelFormat format) {
        return new StreamKind(
                "ours-" + format.xmlName(), "EEG", InteropSamples.CHANNELS, format, "source", InteropSamples.HERTZ);
    }

    private static void readBy(LiblslProcess peer, Outlet outlet) throws Exception {
        ChannelFormat format = outlet.description().kind().format();
        List<String> opened = peer.ask("inlet ours-" + format.xmlName());
        assertThat(opened.getFirst())
                .contains(outlet.description().instance().uid())
                .contains("linked &lt;ears&gt; &amp; \"nose\"");
        HeardStream.awaitTrue("liblsl is connected", outlet::hasClients);

        outlet.push(InteropSamples.batch(format));

        assertThat(peer.ask("pull " + InteropSamples.SAMPLES))
                .as(format.name())
                .isEqualTo(InteropSamples.lines(format));
        assertThat(outlet.statistics().lost()).isZero();
    }

    @Test
    void bothMeasureTheSameClock() throws Exception {
        try (var peer = LiblslProcess.start(folder, network.ports(), CURRENT)) {
            // On one machine both read the same clock; what remains is the way of the questions.
            var kind = new StreamKind("ours", "EEG", 1, ChannelFormat.FLOAT32, "source", 250);
            try (var outlet = Outlet.open(kind, Element.of("desc"), OutletSettings.loopback(network))) {
                assertThat(peer.ask("resolve 1")).containsExactly("1");
                peer.ask("inlet ours");
                double correction = Double.parseDouble(peer.ask("correction").getFirst());
                assertThat(correction).isEqualTo(0, within(0.02));
                assertThat(outlet.statistics().clients()).hasSize(1);
            }
            peer.ask("destroy-inlet");
            peer.ask("outlet theirs FLOAT32");
            var heard = new HeardStream();
            try (var inlet =
                    Inlet.start(new StreamTarget.Matching("name='theirs'"), InletSettings.of(network), heard)) {
                HeardStream.awaitTrue(
                        "a correction", () -> inlet.findCorrection().isPresent());
                TimeCorrection correction = inlet.findCorrection().orElseThrow();
                assertThat(correction.correctionSeconds()).isEqualTo(0, within(0.02));
                assertThat(correction.uncertaintySeconds()).isBetween(0.0, 0.02);
            }
        }
    }
}
