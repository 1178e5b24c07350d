package org.neuroward.clinic.session;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;

/** The sentence that a person reads when a session refuses. */
final class RefusalSentences {

    private RefusalSentences() {}

    static String say(Refusal why, Locale locale) {
        var messages = MessageBundles.get(SessionMessages.class, Localized.Literal.of(locale.getLanguage()));
        return switch (why) {
            case Refusal.OrderUnknown unknown -> messages.orderUnknown();
            case Refusal.OrderNotOpen closed -> messages.orderNotOpen();
            case Refusal.IdentityUnconfirmed unconfirmed -> messages.identityUnconfirmed();
            case Refusal.BedUnknown unknown -> messages.bedUnknown();
            case Refusal.VariantUnknown unknown -> messages.variantUnknown(unknown.variant());
            case Refusal.BedBusy busy -> messages.bedBusy(busy.bed());
            case Refusal.OrderBusy busy -> messages.orderBusy(busy.bed());
            case Refusal.AgentAway away -> messages.agentAway(away.bed());
            case Refusal.AgentSilent silent -> messages.agentSilent(silent.bed());
            case Refusal.AgentFailed failed -> say(failed, messages);
            case Refusal.SessionUnknown unknown -> messages.sessionUnknown();
            case Refusal.AlreadyRecording already -> messages.alreadyRecording();
            case Refusal.AlreadyOver already -> messages.alreadyOver();
            case Refusal.NotRecording not -> messages.notRecording();
            case Refusal.MarkerUnusable marker -> messages.markerUnusable(marker.longestCharacters());
            case Refusal.AgentThere there -> messages.agentThere(there.bed());
            case Refusal.ReasonMissing reason -> messages.reasonMissing(reason.longestCharacters());
        };
    }

    private static String say(Refusal.AgentFailed failed, SessionMessages messages) {
        return switch (failed.why()) {
            case BUSY -> messages.agentBusy(failed.bed());
            case NOT_PREPARED -> messages.agentNotPrepared(failed.bed());
            case NOT_RECORDING -> messages.agentNotRecording(failed.bed());
            case DEVICE_FAILED -> messages.amplifierFailed(failed.bed());
            case DISK_FAILED -> messages.bedsideDiskFailed(failed.bed());
            case DISK_LOW -> messages.bedsideDiskLow(failed.bed());
            case NO_IMPEDANCE -> messages.noImpedance(failed.bed());
            case DEVICE_ABSENT -> messages.amplifierAbsent(failed.bed());
        };
    }
}
