package org.neuroward.lsl;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an inlet asks of an outlet before samples flow.
 *
 * @param uid empty for whatever stream the port serves
 * @param dataVersion 110, or 100 for an archive
 * @param bufferSamples how many samples may wait for this inlet; 0 when it does not say
 */
record FeedRequest(String uid, ByteOrder order, int dataVersion, int bufferSamples) {

    static final String COMMAND = "LSL:streamfeed";
    static final int CURRENT = 110;
    static final int ARCHIVE = 100;

    /** What liblsl says of texts; those before 1.13 only send plain texts when it is their own number. */
    private static final int LIBLSL_STRING_BYTES = 32;

    /** As liblsl sends it; the number for performance only tells which side swaps bytes. */
    String toText(StreamDescription stream, String hostname) {
        return COMMAND + "/" + CURRENT + " " + uid + "\r\n" //
                + "Native-Byte-Order: " + (order == ByteOrder.LITTLE_ENDIAN ? 1234 : 4321) + "\r\n"
                + "Endian-Performance: 1000000\r\n"
                + "Has-IEEE754-Floats: 1\r\n"
                + "Supports-Subnormals: 1\r\n"
                + "Value-Size: "
                + (stream.kind().format().isText()
                        ? LIBLSL_STRING_BYTES
                        : stream.kind().format().valueBytes()) + "\r\n"
                + "Data-Protocol-Version: " + dataVersion + "\r\n"
                + (dataVersion == ARCHIVE ? "Protocol-Version: " + ARCHIVE + "\r\n" : "")
                + "Max-Buffer-Length: " + bufferSamples + "\r\n"
                + "Max-Chunk-Length: 0\r\n"
                + "Hostname: " + hostname + "\r\n"
                + "Source-Id: " + stream.kind().sourceId().replaceAll("[\\r\\n;]", " ") + "\r\n"
                + "Session-Id: " + stream.instance().sessionId().replaceAll("[\\r\\n;]", " ") + "\r\n"
                + "\r\n";
    }

    /** Without a handshake; the archive starts at once. */
    String toOldText() {
        return COMMAND + "\r\n" + bufferSamples + " 0\r\n";
    }

    /** What follows the first line {@code LSL:streamfeed/<version> <uid>}. */
    static FeedRequest read(String firstLine, FeedInput in, ChannelFormat format) throws IOException {
        String[] words = firstLine.substring(COMMAND.length() + 1).strip().split("\\s+", 2);
        int version = number(words[0], 0);
        if (version / 100 > CURRENT / 100) {
            throw new FeedRefusedException(FeedReply.VERSION_NOT_SUPPORTED);
        }
        Map<String, String> fields = readFields(in);
        ByteOrder order = number(fields.getOrDefault("native-byte-order", "1234"), 1234) == 4321
                ? ByteOrder.BIG_ENDIAN
                : ByteOrder.LITTLE_ENDIAN;
        return new FeedRequest(
                words.length > 1 ? words[1] : "",
                order,
                dataVersion(fields, version, format),
                number(fields.get("max-buffer-length"), 0));
    }

    /** The rules by which liblsl falls back to archives. */
    private static int dataVersion(Map<String, String> fields, int version, ChannelFormat format) {
        int asked = Math.min(
                version,
                Math.min(
                        number(fields.get("protocol-version"), CURRENT),
                        number(fields.get("data-protocol-version"), CURRENT)));
        boolean sameSize =
                format.isText() || number(fields.get("value-size"), format.valueBytes()) == format.valueBytes();
        boolean sameFloats = !format.isReal()
                || fields.getOrDefault("has-ieee754-floats", "1").equals("1");
        return asked >= CURRENT && sameSize && sameFloats ? CURRENT : ARCHIVE;
    }

    /** Keys and values in lower case until an empty line; what follows a semicolon is a remark. */
    static Map<String, String> readFields(FeedInput in) throws IOException {
        var fields = new HashMap<String, String>();
        String line = in.line();
        for (int lines = 0; !line.isEmpty(); lines++) {
            if (lines >= Limits.HEADER_LINES) {
                throw new LslException("a head has at most " + Limits.HEADER_LINES + " lines");
            }
            int remark = line.indexOf(';');
            String said = (remark < 0 ? line : line.substring(0, remark)).toLowerCase(Locale.ROOT);
            int colon = said.indexOf(':');
            if (colon > 0) {
                fields.put(
                        said.substring(0, colon).strip(),
                        said.substring(colon + 1).strip());
            }
            line = in.line();
        }
        return fields;
    }

    static int number(String text, int otherwise) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
