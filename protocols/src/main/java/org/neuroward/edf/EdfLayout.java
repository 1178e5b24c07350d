package org.neuroward.edf;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.neuroward.signal.Channel;

/**
 * What a file to be written shall be. It names nobody: the patient is {@code pseudonym X X X}.
 *
 * @param bits24 BDF+ instead of EDF+
 * @param start of sample 0; fractions of a second are kept to the nanosecond
 * @param pseudonym {@code X} for none; printable ASCII without blanks
 * @param duration of the data records, for the rates of {@code channels}
 */
public record EdfLayout(
        boolean bits24,
        Optional<LocalDateTime> start,
        String pseudonym,
        List<Channel> channels,
        RecordDuration duration) {

    public EdfLayout {
        Objects.requireNonNull(start);
        Objects.requireNonNull(duration);
        channels = List.copyOf(channels);
        if (!pseudonym.matches("[!-~]{1,40}")) {
            throw new IllegalArgumentException("a pseudonym must be 1 to 40 printable ASCII characters without blanks");
        }
        if (channels.isEmpty() || channels.size() != duration.samplesPerRecord().size()) {
            throw new IllegalArgumentException(
                    "a file needs channels, and a record duration for just these: channels=" + channels.size()
                            + ", duration for " + duration.samplesPerRecord().size());
        }
    }

    /** Form without holes; a file that turns out to have some is marked so. */
    EdfFormat format() {
        return bits24 ? EdfFormat.BDF_PLUS_C : EdfFormat.EDF_PLUS_C;
    }

    long startFractionNanos() {
        return start.map(LocalDateTime::getNano).orElse(0);
    }
}
