package org.neuroward.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.AddressException;
import org.neuroward.agent.device.AddressException.Code;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.biosemi.BioSemiAmplifier;
import org.neuroward.agent.device.brainvision.RdaAmplifier;
import org.neuroward.agent.device.faults.FaultyAmplifier;
import org.neuroward.agent.device.faults.InjectedGap;
import org.neuroward.agent.device.fieldtrip.FieldTripAmplifier;
import org.neuroward.agent.device.lsl.LslAmplifier;
import org.neuroward.agent.device.openbci.OpenBciAmplifier;
import org.neuroward.agent.device.playback.PlaybackAmplifier;
import org.neuroward.agent.device.simulated.SimulatedAmplifier;
import org.neuroward.agent.outlet.BedOutlet;
import org.neuroward.agent.outlet.OfferedAmplifier;
import org.neuroward.edf.EdfCopy;
import org.neuroward.edf.EdfFormatException;
import org.neuroward.edf.EdfRecording;
import org.neuroward.lsl.NetworkSettings;
import org.neuroward.lsl.OutletSettings;

/** The amplifier that the options ask for. */
final class Amplifiers {

    private static final System.Logger LOG = System.getLogger(Amplifiers.class.getName());

    private static final int DIGEST_DIGITS_SHOWN = 12;
    private static final int LARGEST_DRAWN_SEED = 1_000_000;

    static final String SIMULATED = "simulated";
    static final String PLAYBACK = "playback";
    private static final String LSL = "lsl";
    private static final String RDA = "rda";
    private static final String FIELDTRIP = "fieldtrip";
    private static final String BIOSEMI = "biosemi";
    private static final String OPENBCI = "openbci";

    /** What {@code --device} may begin with. */
    private static final List<String> FAMILIES = List.of(SIMULATED, PLAYBACK, LSL, RDA, FIELDTRIP, BIOSEMI, OPENBCI);

    private Amplifiers() {}

    static Amplifier open(Options options, HostClock clock, Locale locale) throws StartException {
        try {
            Amplifier device = open(options.device(), options, clock, locale);
            Amplifier amplifier = options.faults()
                    .<Amplifier>map(faults -> new FaultyAmplifier(device, faults, options.speed(), Amplifiers::log))
                    .orElse(device);
            return options.offered()
                    .<Amplifier>map(offered -> new OfferedAmplifier(amplifier, outlet(offered, options.agentId())))
                    .orElse(amplifier);
        } catch (AddressException e) {
            throw StartException.of(e);
        }
    }

    private static BedOutlet outlet(Options.OfferedSignal offered, String agentId) {
        OutletSettings local = OutletSettings.loopback(NetworkSettings.standard());
        var settings = new OutletSettings(local.network(), offered.address(), local.bufferSeconds());
        return new BedOutlet(offered.name(), "neuroward/" + agentId, settings);
    }

    private static void log(InjectedGap gap) {
        LOG.log(
                Level.INFO,
                "injected fault: {0} samples of stream {1} from {2} on are lost: {3}",
                gap.sampleCount(),
                gap.stream(),
                Long.toString(gap.firstSample()),
                gap.cause());
    }

    private static Amplifier open(DeviceAddress address, Options options, HostClock clock, Locale locale)
            throws AddressException, StartException {
        var pace = new Pace(clock, options.speed());
        return switch (address.family()) {
            case SIMULATED -> simulated(address, options.seed(), pace);
            case PLAYBACK -> playback(address, pace, locale);
            case OPENBCI -> OpenBciAmplifier.open(address, clock);
            case LSL -> LslAmplifier.open(address, clock);
            case RDA -> RdaAmplifier.open(address, clock);
            case FIELDTRIP -> FieldTripAmplifier.open(address, clock);
            case BIOSEMI -> BioSemiAmplifier.open(address, clock);
            default -> throw new AddressException(Code.UNKNOWN_FAMILY, address.family(), String.join(", ", FAMILIES));
        };
    }

    private static Amplifier simulated(DeviceAddress address, OptionalLong seed, Pace pace) throws AddressException {
        address.requireOnly();
        return new SimulatedAmplifier(seed.orElseGet(() -> new SecureRandom().nextInt(LARGEST_DRAWN_SEED)), pace);
    }

    private static Amplifier playback(DeviceAddress address, Pace pace, Locale locale)
            throws AddressException, StartException {
        address.requireOnly();
        Path file = path(address.place());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StartException("file.unreadable", file);
        }
        try {
            return playback(file, pace);
        } catch (EdfFormatException e) {
            throw new StartException("recording.unusable", file, e.sentence(locale));
        } catch (IOException e) {
            throw new StartException("file.unreadable", file);
        }
    }

    private static Path path(String text) throws StartException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new StartException("file.unreadable", text);
        }
    }

    private static Amplifier playback(Path file, Pace pace) throws IOException, StartException {
        EdfRecording recording = EdfRecording.open(file);
        if (recording.channels().isEmpty() || recording.samples(0) == 0) {
            recording.close();
            throw new StartException("recording.empty", file);
        }
        // What could not be sealed is refused now, not after the session.
        EdfCopy.check(recording, true);
        return new PlaybackAmplifier(recording, "playback of " + digest(file), false, pace);
    }

    /** The beginning of the file's SHA-256: file names can hold patients' names, this cannot. */
    private static String digest(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            byte[] digest = ((DigestInputStream) in).getMessageDigest().digest();
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_DIGITS_SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
