package org.neuroward.clinic.session;

/**
 * One procedure as it is offered for a session.
 *
 * @param id as {@code resting-eeg/short}
 * @param minutes length of all its blocks together
 */
public record VariantChoice(String id, String name, String hint, int minutes, boolean selected) {

    /** The id without its protocol, for addresses inside the page. */
    public String shortId() {
        return id.substring(id.indexOf('/') + 1);
    }
}
