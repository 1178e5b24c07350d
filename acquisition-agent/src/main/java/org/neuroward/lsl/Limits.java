package org.neuroward.lsl;

/** What a peer may make us keep. Whatever it sends beyond is refused, never truncated. */
final class Limits {

    static final int CHANNELS = 4096;
    static final int TEXT_BYTES = 1 << 20;

    /** All texts of one sample together. */
    static final int TEXTS_OF_A_SAMPLE_BYTES = 4 << 20;

    static final int LINE_BYTES = 16 << 10;
    static final int HEADER_LINES = 64;
    static final int SHORT_DESCRIPTION_BYTES = 64 << 10;
    static final int DATAGRAM_BYTES = 64 << 10;
    static final int ELEMENTS = 100_000;
    static final int ELEMENT_DEPTH = 32;
    static final int QUERY_CHARACTERS = 2048;
    static final int STREAMS_FOUND = 1024;

    private static final int DESCRIPTION_BYTES_OF_A_CHANNEL = 1 << 10;

    private Limits() {}

    /** A description with all that its maker says of the channels; 256 electrodes with places need more than 64 KiB. */
    static int fullDescriptionBytes(int channels) {
        return SHORT_DESCRIPTION_BYTES + channels * DESCRIPTION_BYTES_OF_A_CHANNEL;
    }
}
