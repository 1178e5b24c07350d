package org.neuroward.report.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * How the recording came about.
 *
 * @param clinic name of the clinic or department, printed as the report's letterhead
 * @param orderNumber empty when there was no order
 * @param indication the question asked by the person who ordered; empty when none was given
 * @param bed name of the bed
 * @param device name of the amplifier as it names itself
 * @param startedAt with the clinic's offset from UTC
 * @param endedAt empty when the end is not known
 * @param protocol id, version and variant of the procedure that was run
 * @param blocks as recorded, in the order of time
 * @param gaps stretches whose samples are missing, in the order of time; absent when there are none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({
    "id",
    "clinic",
    "orderNumber",
    "indication",
    "bed",
    "device",
    "technician",
    "startedAt",
    "endedAt",
    "protocol",
    "blocks",
    "gaps"
})
public record SessionFacts(
        String id,
        String clinic,
        Optional<String> orderNumber,
        Optional<String> indication,
        String bed,
        String device,
        Person technician,
        OffsetDateTime startedAt,
        Optional<OffsetDateTime> endedAt,
        Procedure protocol,
        List<Block> blocks,
        Optional<List<Gap>> gaps) {

    public SessionFacts {
        Required.text("session id", id);
        Required.text("clinic", clinic);
        orderNumber.ifPresent(text -> Required.text("order number", text));
        indication.ifPresent(text -> Required.text("indication", text));
        Required.text("bed", bed);
        Required.text("device", device);
        if (endedAt.isPresent() && endedAt.get().isBefore(startedAt)) {
            throw new IllegalArgumentException(
                    "a session ends after its start: start=" + startedAt + ", end=" + endedAt.get());
        }
        blocks = List.copyOf(blocks);
        // A document without gaps has the bytes that it had before gaps were told.
        gaps = gaps.filter(list -> !list.isEmpty()).map(List::copyOf);
    }

    /**
     * One stretch whose samples are missing.
     *
     * @param startSeconds from the recording's start
     * @param cause code, for example {@code reconnected}
     * @param exact whether the length was counted, not estimated
     */
    @JsonPropertyOrder({"startSeconds", "seconds", "cause", "exact"})
    public record Gap(double startSeconds, double seconds, String cause, boolean exact) {

        public Gap {
            Required.code("cause of a gap", cause);
            if (!(startSeconds >= 0) || !(seconds >= 0) || Double.isInfinite(startSeconds + seconds)) {
                throw new IllegalArgumentException(
                        "a gap lies in the recording: startSeconds=" + startSeconds + ", seconds=" + seconds);
            }
        }
    }

    /** @param variant for example {@code resting-eeg/eyes-closed-open} */
    @JsonPropertyOrder({"id", "version", "variant"})
    public record Procedure(String id, String version, String variant) {

        public Procedure {
            Required.code("protocol id", id);
            Required.text("protocol version", version);
            Required.text("protocol variant", variant);
        }
    }

    /**
     * One stretch of the recording.
     *
     * @param condition code, for example {@code eyes-closed}
     * @param startSeconds from the recording's start
     */
    @JsonPropertyOrder({"condition", "startSeconds", "seconds"})
    public record Block(String condition, double startSeconds, double seconds) {

        public Block {
            Required.code("condition", condition);
            if (!(startSeconds >= 0) || !(seconds >= 0) || Double.isInfinite(startSeconds + seconds)) {
                throw new IllegalArgumentException(
                        "a block lies in the recording: startSeconds=" + startSeconds + ", seconds=" + seconds);
            }
        }
    }
}
