package org.neuroward.agent.device.biosemi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.AddressException;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Delivered;
import org.neuroward.agent.device.Delivered.Hole;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.line.EmulatedServer;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.Impedance;

/** ActiView sends 2 electrodes and Status at 512 Hz, four samples at a time. */
class BioSemiAmplifierTest {

    private static final int GOOD = 0x90_0000;
    private static final int SAMPLES = 4;

    private final Delivered delivered = new Delivered();
    private EmulatedServer actiView;
    private Amplifier amplifier;
    private int sent;

    @AfterEach
    void close() throws IOException {
        if (amplifier != null) {
            amplifier.close();
            actiView.close();
        }
        assertThat(delivered.faults()).isEmpty();
    }

    private void run() throws Exception {
        actiView = new EmulatedServer(EmulatedServer.Peer::listen);
        amplifier = open("biosemi:" + actiView.place() + "?channels=2&rate=512");
        actiView.send(samples(GOOD));
        for (long wait = System.nanoTime();
                amplifier.find().isEmpty();
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000)) {
            assertThat(System.nanoTime() - wait)
                    .isLessThan(Duration.ofSeconds(20).toNanos());
        }
        sent = 0;
        int before = actiView.accepted();
        amplifier.start(new Run.Session(List.of(), 0), delivered);
        actiView.awaitAccepted(before + 1);
    }

    private static Amplifier open(String address) throws AddressException {
        return BioSemiAmplifier.open(DeviceAddress.parse(address), HostClock.system());
    }

    /** One sample for each status; the electrodes have the sample's number and its negative. */
    private byte[] samples(int... statuses) {
        var out = new ByteArrayOutputStream();
        for (int status : statuses) {
            put(out, sent);
            put(out, -sent);
            put(out, status);
            sent++;
        }
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, int value) {
        out.write(value);
        out.write(value >> 8);
        out.write(value >> 16);
    }

    @Test
    void samplesOfThreeBytesAreReadWithTheirStatus() throws Exception {
        run();

        actiView.send(samples(GOOD, GOOD, GOOD, GOOD));
        delivered.awaitSamples(SAMPLES);

        // 0x900000 as a number of 24 bits.
        int status = 0x900000 - 0x1000000;
        assertThat(delivered.counts(0)).containsExactly(0, 0, status, 1, -1, status, 2, -2, status, 3, -3, status);
        AmplifierDescription description = amplifier.find().orElseThrow();
        assertThat(description.channels())
                .extracting(Channel::label, Channel::kind)
                .containsExactly(
                        tuple("A1", ChannelKind.EEG),
                        tuple("A2", ChannelKind.EEG),
                        tuple("Status", ChannelKind.TRIGGER));
        // 1/32 µV (BioSemi's forum).
        assertThat(description.channels().getFirst().calibration().microvoltsPerCount())
                .isEqualTo(0.03125);
        assertThat(description.channels().getLast().findCalibration()).isEmpty();
    }

    @Test
    void theEndsOfTheRangeStayWithinWhatAFileCanHold() throws Exception {
        run();
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < SAMPLES; i++) {
            put(out, 0x7FFFFF);
            put(out, 0x800000);
            put(out, GOOD);
        }

        actiView.send(out.toByteArray());
        delivered.awaitSamples(SAMPLES);

        Channel channel = amplifier.find().orElseThrow().channels().getFirst();
        assertThat(delivered.counts(0)[0]).isEqualTo(channel.digital().max());
        assertThat(delivered.counts(0)[1]).isEqualTo(-8388608);
        assertThat(channel.physical().max()).isEqualTo(262143);
    }

    @Test
    void tornSamplesArePutTogether() throws Exception {
        run();

        for (byte b : samples(GOOD, GOOD, GOOD, GOOD)) {
            actiView.send(new byte[] {b});
        }
        delivered.awaitSamples(SAMPLES);

        assertThat(delivered.counts(0)).startsWith(0, 0).hasSize(3 * SAMPLES);
    }

    @Test
    void triggersBecomeRemarks() throws Exception {
        run();

        actiView.send(samples(GOOD, GOOD | 7, GOOD | 7, GOOD, GOOD | 0xFFFF, GOOD | 9, GOOD, GOOD));
        delivered.awaitSamples(2 * SAMPLES);

        assertThat(delivered.annotations())
                .extracting(annotation -> Math.round(annotation.onset().toNanos() * 512e-9), Annotation::text)
                .containsExactly(tuple(1L, "Trigger 7"), tuple(4L, "Trigger 65535"), tuple(5L, "Trigger 9"));
    }

    @Test
    void aLostReferenceIsRemarkedAndAlarmed() throws Exception {
        run();
        int lost = GOOD & ~(1 << 20);

        actiView.send(samples(GOOD, lost, lost, GOOD));
        delivered.awaitSamples(SAMPLES);

        assertThat(delivered.annotations())
                .extracting(annotation -> Math.round(annotation.onset().toNanos() * 512e-9), Annotation::text)
                .containsExactly(
                        tuple(1L, "CMS out of range: the signal is not valid from here"),
                        tuple(3L, "CMS in range again"));
        assertThat(delivered.impedances())
                .extracting(Impedance::channel, Impedance::state)
                .containsExactly(
                        tuple("CMS", Impedance.State.UNKNOWN),
                        tuple("CMS", Impedance.State.OVER),
                        tuple("CMS", Impedance.State.UNKNOWN));
    }

    @Test
    void aReferenceThatWasNeverThereIsRemarkedAtTheFirstSample() throws Exception {
        run();

        actiView.send(samples(0x800000, 0x800000, 0xC00000, 0xC00000));
        delivered.awaitSamples(SAMPLES);

        assertThat(delivered.annotations())
                .extracting(Annotation::onset, Annotation::text)
                .containsExactly(
                        tuple(Duration.ZERO, "CMS out of range: the signal is not valid from here"),
                        tuple(Duration.ofNanos(3906250), "Battery of the amplifier is low"));
    }

    @Test
    void aBrokenConnectionIsOpenedAnewAndItsHoleEstimatedByTime() throws Exception {
        run();
        long began = System.nanoTime();
        actiView.send(samples(GOOD, GOOD, GOOD, GOOD), new byte[] {1, 2, 3, 4});
        delivered.awaitSamples(SAMPLES);
        long sentNanos = System.nanoTime();

        actiView.goAway();
        delivered.awaitState(DeviceState.SILENT);
        actiView.comeBack();
        actiView.awaitPeer();
        long back = System.nanoTime();
        actiView.send(samples(GOOD, GOOD, GOOD, GOOD));
        delivered.await("what came after", all -> all.counts(0).length == 2 * 3 * SAMPLES);
        long ended = System.nanoTime();

        assertThat(delivered.holes())
                .extracting(Hole::missing)
                .containsExactly(new Missing(GapCause.RECONNECTED, false));
        assertThat((double) delivered.holes().getFirst().sampleCount())
                .isBetween((back - sentNanos) * 512e-9 - 2 * SAMPLES, (ended - began) * 512e-9);
        assertThat(delivered.states()).endsWith(DeviceState.SILENT, DeviceState.STREAMING);
    }

    /** With one electrode too few in the settings, what lies where Status should be changes all the time. */
    @Test
    void aWrongNumberOfChannelsEndsTheRun() throws Exception {
        run();
        var random = new java.util.Random(5);
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < 400; i++) {
            put(out, random.nextInt());
        }

        actiView.send(out.toByteArray());
        delivered.await("a failure", all -> !all.failures().isEmpty());

        assertThat(delivered.failures().getFirst()).contains("check channels and status");
    }

    @Test
    void settingsNameElectrodesAndLeaveOutStatus() throws Exception {
        actiView = new EmulatedServer(EmulatedServer.Peer::listen);
        amplifier =
                open("biosemi:" + actiView.place() + "?channels=2&rate=2048&labels=Fp1,EXG1&status=no&nanovolts=125");
        actiView.send(new byte[] {1});
        for (long wait = System.nanoTime();
                amplifier.find().isEmpty();
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000)) {
            assertThat(System.nanoTime() - wait)
                    .isLessThan(Duration.ofSeconds(20).toNanos());
        }

        List<Channel> channels = amplifier.find().orElseThrow().channels();

        assertThat(channels).extracting(Channel::label).containsExactly("Fp1", "EXG1");
        assertThat(channels.getFirst().calibration().microvoltsPerCount()).isEqualTo(0.125);
        assertThat(Optional.of(channels.getFirst().rate().hertz())).contains(2048.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "biosemi:pc",
                "biosemi:pc?channels=32",
                "biosemi:pc?channels=0&rate=512",
                "biosemi:pc?channels=1.5&rate=512",
                "biosemi:pc?channels=2&rate=0",
                "biosemi:pc?channels=2&rate=512&labels=Fp1",
                "biosemi:pc?channels=2&rate=512&labels=Fp1,Fp1",
                "biosemi:pc?channels=2&rate=512&colour=red",
                "biosemi:?channels=2&rate=512"
            })
    void refusesSettingsThatCannotBe(String address) {
        assertThatThrownBy(() -> open(address)).isInstanceOf(AddressException.class);
    }
}
