package org.neuroward.clinic.fleet;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import org.neuroward.clinic.web.Language;

/** This package's words in the reader's language, for sentences that are not part of a page. */
@RequestScoped
class FleetWords {

    private final Language language;

    FleetWords(Language language) {
        this.language = language;
    }

    FleetTexts texts() {
        return MessageBundles.get(
                FleetTexts.class, Localized.Literal.of(language.locale().getLanguage()));
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
