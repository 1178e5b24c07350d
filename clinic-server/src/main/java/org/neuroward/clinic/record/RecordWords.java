package org.neuroward.clinic.record;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import org.neuroward.clinic.web.Language;

/** This package's words in the reader's language, for sentences that are not part of a page. */
@RequestScoped
class RecordWords {
    private final Language language;

    RecordWords(Language language) {
        this.language = language;
    }

    RecordTexts texts() {
        return MessageBundles.get(
                RecordTexts.class, Localized.Literal.of(language.locale().getLanguage()));
    }
}
