package org.neuroward.lsl;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Map;

/**
 * How an outlet will send samples.
 *
 * @param cleanEnd the outlet promises not to end with a sample that it never measured; only ours does
 */
record FeedReply(String uid, ByteOrder order, int dataVersion, boolean cleanEnd) {

    static final int NOT_FOUND = 404;
    static final int VERSION_NOT_SUPPORTED = 505;

    private static final String CLEAN_END = "Neuroward-Clean-End";
    private static final int FIRST_REFUSAL = 300;

    String toText() {
        return "LSL/110 200 OK\r\n" //
                + "UID: " + uid + "\r\n"
                + "Byte-Order: " + (order == ByteOrder.LITTLE_ENDIAN ? 1234 : 4321) + "\r\n"
                + "Suppress-Subnormals: 0\r\n"
                + "Data-Protocol-Version: " + dataVersion + "\r\n"
                + CLEAN_END + ": " + (cleanEnd ? 1 : 0) + "\r\n"
                + "\r\n";
    }

    static String refusal(int status) {
        return "LSL/110 " + status + (status == NOT_FOUND ? " Not found" : " Version not supported") + "\r\n\r\n";
    }

    /** @throws FeedRefusedException when the outlet does not serve the feed */
    static FeedReply read(FeedInput in) throws IOException {
        String first = in.line();
        String[] words = first.split("\\s+", 3);
        if (words.length < 2 || !words[0].startsWith("LSL/") || !words[1].matches("\\d{3}")) {
            throw new LslException(
                    "an outlet answers with a status, not " + first.substring(0, Math.min(40, first.length())));
        }
        int status = Integer.parseInt(words[1]);
        if (status >= FIRST_REFUSAL) {
            throw new FeedRefusedException(status);
        }
        Map<String, String> fields = FeedRequest.readFields(in);
        return new FeedReply(
                fields.getOrDefault("uid", ""),
                FeedRequest.number(fields.get("byte-order"), 1234) == 4321
                        ? ByteOrder.BIG_ENDIAN
                        : ByteOrder.LITTLE_ENDIAN,
                FeedRequest.number(fields.get("data-protocol-version"), FeedRequest.ARCHIVE),
                fields.getOrDefault("neuroward-clean-end", "0").equals("1"));
    }
}
