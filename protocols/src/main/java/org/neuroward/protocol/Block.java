package org.neuroward.protocol;

/**
 * A stretch of a procedure under one condition.
 *
 * @param annotation text that marks it in the recording, in English, read again by scoring
 */
public record Block(String annotation, int seconds) {

    public Block {
        if (annotation.isBlank() || seconds <= 0) {
            throw new IllegalArgumentException("a block must have a text and last at least one second: annotation="
                    + annotation + ", seconds=" + seconds);
        }
    }
}
