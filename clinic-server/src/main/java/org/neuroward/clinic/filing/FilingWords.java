package org.neuroward.clinic.filing;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import org.neuroward.clinic.web.Language;

/** This package's words in the reader's language, for sentences that are not part of a page. */
@RequestScoped
class FilingWords {
    private final Language language;

    FilingWords(Language language) {
        this.language = language;
    }

    FilingTexts texts() {
        return MessageBundles.get(
                FilingTexts.class, Localized.Literal.of(language.locale().getLanguage()));
    }
}
