package org.neuroward.clinic.filing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.recording.StoredRecording.SealedFile;
import org.neuroward.wire.PatientClaim;

/**
 * A recording that waits for a person, as the person sees it.
 *
 * @param startedAt by the bed's clock
 * @param source the amplifier
 * @param procedure id of the variant that it follows; empty when unknown
 * @param sealed once it has arrived whole
 * @param endReason code of why it ended
 */
public record UnfiledRecording(
        UUID id,
        boolean offline,
        Instant startedAt,
        Instant receivedAt,
        String bed,
        String source,
        boolean simulated,
        PatientClaim claim,
        String procedure,
        Optional<SealedFile> sealed,
        Optional<String> endReason,
        List<ShownDifference> differences) {

    /**
     * @param code of the {@link Difference}
     * @param atBed what the recording says, where that is a number or a name
     * @param onServer what stands against it
     */
    public record ShownDifference(String code, String atBed, String onServer) {}

    /** Length as {@code 3:02}, or empty while it is not sealed. */
    public String length() {
        return sealed.map(SealedFile::length)
                .map(length -> String.format("%d:%02d", length.toMinutes(), length.toSecondsPart()))
                .orElse("");
    }

    public boolean isSealed() {
        return sealed.isPresent();
    }

    public long getGapSamples() {
        return sealed.map(SealedFile::gapSamples).orElse(0L);
    }
}
