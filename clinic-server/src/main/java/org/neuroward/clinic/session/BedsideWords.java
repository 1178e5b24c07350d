package org.neuroward.clinic.session;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import org.neuroward.clinic.web.Language;
import org.neuroward.protocol.Procedure;
import org.neuroward.protocol.Procedures;

/** What the bedside pages call procedures and markers in the reader's language. */
@RequestScoped
class BedsideWords {

    private static final int SECONDS_PER_MINUTE = 60;

    private final Language language;

    BedsideWords(Language language) {
        this.language = language;
    }

    BedsideMessages texts() {
        return MessageBundles.get(
                BedsideMessages.class, Localized.Literal.of(language.locale().getLanguage()));
    }

    /** Name of a variant; of one that this version no longer offers, its id. */
    String nameOf(String variant) {
        return switch (variant) {
            case "resting-eeg/eyes-closed-open" -> texts().variantEyesClosedOpen();
            case "resting-eeg/eyes-closed" -> texts().variantEyesClosed();
            case "resting-eeg/short" -> texts().variantShort();
            default -> variant;
        };
    }

    private String hintOf(String variant) {
        return switch (variant) {
            case "resting-eeg/eyes-closed-open" -> texts().variantEyesClosedOpenHint();
            case "resting-eeg/eyes-closed" -> texts().variantEyesClosedHint();
            case "resting-eeg/short" -> texts().variantShortHint();
            default -> "";
        };
    }

    List<VariantChoice> variants() {
        var choices = new ArrayList<VariantChoice>();
        for (Procedure procedure : Procedures.list()) {
            String id = procedure.id();
            int minutes = procedure.seconds() / SECONDS_PER_MINUTE;
            choices.add(new VariantChoice(id, nameOf(id), hintOf(id), minutes, choices.isEmpty()));
        }
        return choices;
    }

    /** The markers that have a key of their own, in the order of {@code assets/bedside/session.js}. */
    List<MarkerKey> markers() {
        BedsideMessages texts = texts();
        return List.of(
                new MarkerKey(texts.keySpace(), texts.markerPlain()),
                new MarkerKey("F1", texts.markerMovement()),
                new MarkerKey("F2", texts.markerTalking()),
                new MarkerKey("F3", texts.markerDrowsy()),
                new MarkerKey("F4", texts.markerElectrode()));
    }
}
