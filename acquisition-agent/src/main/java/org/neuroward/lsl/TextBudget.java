package org.neuroward.lsl;

/** What the texts of one sample may still take. */
final class TextBudget {

    private int left = Limits.TEXTS_OF_A_SAMPLE_BYTES;

    /** @param length as the peer says; negative when it is beyond what a {@code long} holds */
    int take(long length) throws LslException {
        if (length < 0 || length > Limits.TEXT_BYTES || length > left) {
            throw new LslException("a text is too long: bytes=" + Long.toUnsignedString(length) + ", most="
                    + Math.min(left, Limits.TEXT_BYTES));
        }
        left -= (int) length;
        return (int) length;
    }
}
