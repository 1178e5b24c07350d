package org.neuroward.agent.operator;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.neuroward.agent.uplink.LinkState;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.Losses;
import org.neuroward.wire.PatientClaim;
import org.neuroward.wire.SpoolFacts;

/** The bed's state in sentences, the same ones for page and terminal. */
final class StatusText {

    private static final double BYTES_PER_GIGABYTE = 1e9;
    private static final double HOURS_SHOWN_AS_HOURS = 99;
    private static final int HOURS_PER_DAY = 24;

    private final BedStatus bed;
    private final Words words;

    StatusText(BedStatus bed, Words words) {
        this.bed = bed;
        this.words = words;
    }

    /** {@code idle}, {@code showing}, {@code session}, {@code recording}, {@code recording-offline} or {@code uploading}. */
    String activityCode() {
        return switch (bed.activity()) {
            case Activity.Idle idle -> "idle";
            case Activity.Showing showing -> showing.forSession().isPresent() ? "session" : "showing";
            case Activity.Recording recording -> recording.offline() ? "recording-offline" : "recording";
            case Activity.Uploading uploading -> "uploading";
        };
    }

    String activity() {
        boolean stopping = bed.activity() instanceof Activity.Recording recording && recording.stopping();
        return words.say("activity." + (stopping ? "stopping" : activityCode()));
    }

    String activityAdvice() {
        String code = activityCode();
        boolean idle = code.equals("idle") || code.equals("showing");
        return words.say("activity." + (idle ? (online() ? "idle.online" : "idle.advice") : code + ".advice"));
    }

    boolean online() {
        return bed.link() instanceof LinkState.Online || bed.link() instanceof LinkState.Syncing;
    }

    String claim(PatientClaim claim) {
        return words.say("claim", number(claim.orderNumber()), number(claim.patientNumber()));
    }

    private String number(String entered) {
        return entered.isEmpty() ? words.say("claim.none") : entered;
    }

    /** What the patient is asked to do now, by the plan. */
    Optional<String> block(Activity.Recording recording) {
        long seconds = recording.length().toSeconds();
        for (PlannedBlock block : recording.plan()) {
            if (seconds < block.seconds()) {
                return Optional.of(words.say("block", condition(block.text()), block.seconds() - seconds));
            }
            seconds -= block.seconds();
        }
        return recording.plan().isEmpty() ? Optional.empty() : Optional.of(words.say("blocks.done"));
    }

    private String condition(String text) {
        String key = "condition." + text.toLowerCase(Locale.ROOT).replace(' ', '-');
        return words.knows(key) ? words.say(key) : text;
    }

    String linkCode() {
        return switch (bed.link()) {
            case LinkState.Online online -> "online";
            case LinkState.Buffering buffering -> "buffering";
            case LinkState.Syncing syncing -> "syncing";
            case LinkState.ActionNeeded needed -> "action-needed";
        };
    }

    String link() {
        return switch (bed.link()) {
            case LinkState.Online online -> words.say("link.online");
            case LinkState.Buffering buffering ->
                words.say("link.buffering", buffering.since().toMinutes());
            case LinkState.Syncing syncing -> words.say("link.syncing", (int) Math.floor(syncing.percent()));
            case LinkState.ActionNeeded needed -> words.say("link.action-needed");
        };
    }

    String linkAdvice() {
        return switch (bed.link()) {
            case LinkState.ActionNeeded needed -> words.say("reason." + needed.reason());
            case LinkState.Online online -> words.say("link.online.advice");
            case LinkState.Buffering buffering -> words.say("link.buffering.advice");
            case LinkState.Syncing syncing -> words.say("link.syncing.advice");
        };
    }

    String device() {
        return words.say("device." + bed.heartbeat().device());
    }

    String deviceAdvice() {
        return words.say("device." + bed.heartbeat().device() + ".advice");
    }

    String losses() {
        Losses losses = bed.heartbeat().losses();
        return losses.gaps() == 0
                ? words.say("losses.none")
                : words.say("losses.some", losses.missingSamples(), losses.gaps());
    }

    String lossesAdvice() {
        Losses losses = bed.heartbeat().losses();
        boolean none = losses.gaps() + losses.repeated() + losses.late() + losses.damaged() == 0;
        return none ? "" : words.say("losses.advice", losses.repeated(), losses.late(), losses.damaged());
    }

    String disk() {
        SpoolFacts spool = bed.heartbeat().spool();
        return switch (spool.disk()) {
            case OK -> room(spool);
            case LOW, FULL, READ_ONLY, FAILED -> words.say("disk." + spool.disk());
        };
    }

    private String room(SpoolFacts spool) {
        OptionalDouble hours = DiskForecast.hoursLeft(spool, bed.channels());
        if (hours.isEmpty()) {
            return words.say("disk.unknown", gigabytes(spool.diskFreeBytes()));
        }
        return hours.getAsDouble() <= HOURS_SHOWN_AS_HOURS
                ? words.say("disk.hours", (long) hours.getAsDouble())
                : words.say("disk.days", (long) hours.getAsDouble() / HOURS_PER_DAY);
    }

    String diskAdvice() {
        SpoolFacts spool = bed.heartbeat().spool();
        return words.say(
                "disk.advice",
                gigabytes(spool.diskFreeBytes()),
                gigabytes(spool.diskTotalBytes()),
                gigabytes(spool.bytes()));
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / BYTES_PER_GIGABYTE);
    }
}
