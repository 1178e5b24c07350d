package org.neuroward.agent.device.openbci;

import java.util.Objects;
import java.util.Optional;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.AddressException;
import org.neuroward.agent.device.AddressException.Code;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Continuity;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleSink;

/**
 * A Cyton of OpenBCI, with or without its Daisy, at the USB dongle it came with: 8 channels at 250 Hz or 16 at 125 Hz, counts of
 * 24 bits. Tested against an emulation written from the published format, not on a device.
 *
 * <p>Impedances are measured one electrode after the other with the chip's test current; what the board sends meanwhile is no
 * EEG and is a gap. A session begins only when the board has confirmed that the current is off.
 */
public final class OpenBciAmplifier implements Amplifier {

    private final BoardSettings settings;
    private final HostClock clock;
    private final BoardWork work;
    private final Thread thread;
    private Optional<BoardRun> run = Optional.empty();

    OpenBciAmplifier(BoardSettings settings, Line.Door door, HostClock clock) {
        this.settings = Objects.requireNonNull(settings);
        this.clock = Objects.requireNonNull(clock);
        this.work = new BoardWork(settings, door, clock);
        this.thread = Thread.ofPlatform().name("openbci").daemon().start(work);
    }

    /**
     * @param address {@code openbci:PORT?daisy&gain=24&stamps&electrodes=Fp1,Fp2,…}, where PORT is a serial port's name, its
     *     device file, or the serial number of the dongle
     */
    public static OpenBciAmplifier open(DeviceAddress address, HostClock clock) throws AddressException {
        BoardSettings settings = BoardSettings.of(address);
        if (address.place().isBlank()) {
            throw new AddressException(Code.PLACE, address.family(), address.place(), "PORT");
        }
        return new OpenBciAmplifier(settings, new SerialDoor(address.place()), clock);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Optional<AmplifierDescription> find() {
        return work.isFound() ? Optional.of(settings.description()) : Optional.empty();
    }

    @Override
    public Continuity continuity() {
        return Continuity.LIVE;
    }

    @Override
    public void start(Run purpose, SampleSink sink) {
        if (!work.isFound() || run.filter(one -> !one.isEnded()).isPresent()) {
            throw new IllegalStateException("not found yet, or running already: " + name());
        }
        if (purpose instanceof Run.Session) {
            work.measure(false);
        }
        var begun = new BoardRun(settings, sink, clock.nanos());
        run = Optional.of(begun);
        work.serve(begun);
    }

    @Override
    public void stop() {
        run.ifPresent(BoardRun::end);
    }

    @Override
    public boolean measuresImpedance() {
        return true;
    }

    @Override
    public void measureImpedance(boolean on) {
        work.measure(on);
    }

    @Override
    public void close() {
        stop();
        work.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
