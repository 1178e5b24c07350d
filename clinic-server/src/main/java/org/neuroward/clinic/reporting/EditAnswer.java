package org.neuroward.clinic.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;

/**
 * The answer to a change, for the script of the page.
 *
 * @param outcome a code
 * @param sentence in the reader's language
 * @param revision to be stated with the next change; null unless saved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EditAnswer(String outcome, String sentence, Integer revision) {

    static Response of(EditOutcome outcome, ReviewWords words) {
        ReviewMessages messages = words.messages();
        return switch (outcome) {
            case EditOutcome.Saved saved ->
                Response.ok(new EditAnswer("saved", messages.savedAt(words.clock(saved.at())), saved.revision()))
                        .build();
            case EditOutcome.Signed signed ->
                Response.ok(new EditAnswer("signed", messages.signed(), null)).build();
            case EditOutcome.ChangedMeanwhile(String name, var at) ->
                refusal(409, "changed-meanwhile", messages.changedMeanwhile(name, words.clock(at)));
            case EditOutcome.AlreadySigned signed -> refusal(409, "already-signed", messages.alreadySigned());
            case EditOutcome.ImpressionMissing missing ->
                refusal(422, "impression-missing", messages.impressionMissing());
            case EditOutcome.ImpressionTooLong(int longest) ->
                refusal(422, "impression-too-long", messages.impressionTooLong(longest));
            case EditOutcome.ImpressionUnprintable unprintable ->
                refusal(422, "impression-unprintable", messages.impressionUnprintable());
            case EditOutcome.WrongPassword(int left) -> refusal(422, "wrong-password", messages.wrongPassword(left));
            case EditOutcome.Locked(var until) -> refusal(429, "locked", messages.locked(words.clock(until)));
        };
    }

    static Response refusal(int status, String outcome, String sentence) {
        return Response.status(status)
                .entity(new EditAnswer(outcome, sentence, null))
                .build();
    }
}
