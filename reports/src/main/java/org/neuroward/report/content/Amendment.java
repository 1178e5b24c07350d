package org.neuroward.report.content;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Why this version replaces an earlier signed one.
 *
 * @param previousSha256 of the canonical bytes of the version replaced
 */
@JsonPropertyOrder({"previousSha256", "reason", "author"})
public record Amendment(String previousSha256, String reason, Person author) {

    public Amendment {
        Required.sha256("previousSha256", previousSha256);
        Required.text("reason of the amendment", reason);
    }
}
