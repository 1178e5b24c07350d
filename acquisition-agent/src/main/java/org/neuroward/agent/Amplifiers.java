package org.neuroward.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.playback.PlaybackAmplifier;
import org.neuroward.agent.device.simulated.SimulatedAmplifier;
import org.neuroward.edf.EdfCopy;
import org.neuroward.edf.EdfFormatException;
import org.neuroward.edf.EdfRecording;

/** The amplifier that the options ask for. */
final class Amplifiers {

    private static final int DIGEST_DIGITS_SHOWN = 12;
    private static final int LARGEST_DRAWN_SEED = 1_000_000;

    private Amplifiers() {}

    static Amplifier open(Options options, HostClock clock, Locale locale) throws StartException {
        var pace = new Pace(clock, options.speed());
        if (options.recording().isEmpty()) {
            long seed = options.seed().orElseGet(() -> new SecureRandom().nextInt(LARGEST_DRAWN_SEED));
            return new SimulatedAmplifier(seed, pace);
        }
        Path file = options.recording().get();
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
