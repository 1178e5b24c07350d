package org.neuroward.report.content;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.OffsetDateTime;

/** What a clinician makes of the findings, in his or her own words. A program never writes one. */
@JsonPropertyOrder({"text", "author", "writtenAt"})
public record Impression(String text, Person author, OffsetDateTime writtenAt) {

    public static final int LONGEST = 8000;

    public Impression {
        text = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ').strip();
        Required.text("impression's text", text);
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "an impression has at most " + LONGEST + " characters: length=" + text.length());
        }
    }
}
