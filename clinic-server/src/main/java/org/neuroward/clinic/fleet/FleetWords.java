package org.neuroward.clinic.fleet;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neuroward.clinic.fleet.FleetLine.Problem;
import org.neuroward.clinic.web.Language;

/** What is said of beds in the reader's language; {@code inject:fleetWords} in templates. */
@Named("fleetWords")
@RequestScoped
public class FleetWords {

    private final Language language;

    FleetWords(Language language) {
        this.language = language;
    }

    /** One kind of trouble, for pages that show it when it comes. */
    public record TroubleText(String code, String urgency, String title, String todo) {}

    /** Every kind of trouble that a session's page can be told of. */
    public List<TroubleText> getTroubles() {
        return Arrays.stream(BedTrouble.values())
                .map(BedTrouble::inSession)
                .distinct()
                .map(trouble ->
                        new TroubleText(trouble.word(), trouble.urgency().word(), title(trouble), todo(trouble)))
                .toList();
    }

    FleetTexts texts() {
        return MessageBundles.get(
                FleetTexts.class, Localized.Literal.of(language.locale().getLanguage()));
    }

    FleetNumbers numbers() {
        return new FleetNumbers(texts(), language.locale());
    }

    String ago(Duration age) {
        return age.toSeconds() < 3 ? texts().now() : texts().ago(numbers().span(age));
    }

    Problem problem(BedTrouble trouble, Optional<Duration> since) {
        return new Problem(
                trouble.word(),
                trouble.urgency().word(),
                title(trouble),
                todo(trouble),
                since.map(age -> texts().since(numbers().span(age))).orElse(""));
    }

    private String title(BedTrouble trouble) {
        FleetTexts texts = texts();
        return switch (trouble) {
            case AGENT_AWAY -> texts.agentAway();
            case AGENT_SILENT -> texts.agentSilent();
            case DISK_FAILED -> texts.diskFailed();
            case DISK_READ_ONLY -> texts.diskReadOnly();
            case DISK_FULL -> texts.diskFull();
            case DEVICE_ABSENT -> texts.deviceMissing();
            case DEVICE_SILENT -> texts.deviceDead();
            case LOSS_RISING -> texts.lossRising();
            case DISK_LOW -> texts.diskLow();
            case CLOCK_OFF -> texts.clockOff();
            case CLOCK_DRIFTS -> texts.clockDrifts();
            case WRONG_SECRET -> texts.wrongSecret();
            case WRONG_VERSION -> texts.wrongVersion();
            case LEFT_OVER -> texts.leftOver();
            case NOT_ENROLLED -> texts.notEnrolled();
            case NEVER_CONNECTED -> texts.neverConnected();
            case AGENT_OFF -> texts.agentOff();
            case DEVICE_OFF -> texts.deviceOff();
            case SYNCING -> texts.syncing();
        };
    }

    private String todo(BedTrouble trouble) {
        FleetTexts texts = texts();
        return switch (trouble) {
            case AGENT_AWAY -> texts.agentAwayTodo();
            case AGENT_SILENT -> texts.agentSilentTodo();
            case DISK_FAILED -> texts.diskFailedTodo();
            case DISK_READ_ONLY -> texts.diskReadOnlyTodo();
            case DISK_FULL -> texts.diskFullTodo();
            case DEVICE_ABSENT -> texts.deviceMissingTodo();
            case DEVICE_SILENT -> texts.deviceDeadTodo();
            case LOSS_RISING -> texts.lossRisingTodo();
            case DISK_LOW -> texts.diskLowTodo();
            case CLOCK_OFF -> texts.clockOffTodo();
            case CLOCK_DRIFTS -> texts.clockDriftsTodo();
            case WRONG_SECRET -> texts.wrongSecretTodo();
            case WRONG_VERSION -> texts.wrongVersionTodo();
            case LEFT_OVER -> texts.leftOverTodo();
            case NOT_ENROLLED -> texts.notEnrolledTodo();
            case NEVER_CONNECTED -> texts.neverConnectedTodo();
            case AGENT_OFF -> texts.agentOffTodo();
            case DEVICE_OFF -> texts.deviceOffTodo();
            case SYNCING -> texts.syncingTodo();
        };
    }

    String say(EnrolmentRefusal why) {
        FleetTexts texts = texts();
        return switch (why) {
            case EnrolmentRefusal.NameUnusable unusable -> texts.nameUnusable(Enrolment.LONGEST_NAME);
            case EnrolmentRefusal.NameTaken taken ->
                taken.retired() ? texts.nameTakenByRetired(taken.name()) : texts.nameTaken(taken.name());
            case EnrolmentRefusal.BedUnknown unknown -> texts.bedUnknown();
            case EnrolmentRefusal.BedRetired retired -> texts.bedRetired(retired.name());
            case EnrolmentRefusal.BedInUse used -> texts.bedInUse(used.name());
            case EnrolmentRefusal.Undelivered undelivered -> texts.undelivered(undelivered.name());
            case EnrolmentRefusal.AgentIdUnusable unusable -> texts.agentIdUnusable();
            case EnrolmentRefusal.AgentIdTaken taken -> texts.agentIdTaken(taken.agentId(), taken.bed());
        };
    }
}
