package org.neuroward.lsl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Somebody looks for streams.
 *
 * @param returnPort where the answer goes
 * @param id repeated in the answer
 */
record Question(String query, int returnPort, String id) {

    private static final String COMMAND = "LSL:shortinfo";
    private static final int LONGEST_ID = 64;

    static Optional<Question> read(byte[] datagram, int length) {
        String[] lines = new String(datagram, 0, length, StandardCharsets.UTF_8).split("\r?\n", 4);
        if (lines.length < 3 || !lines[0].strip().equals(COMMAND) || lines[1].length() > Limits.QUERY_CHARACTERS) {
            return Optional.empty();
        }
        String[] words = lines[2].strip().split("\\s+");
        if (words.length != 2 || !words[0].matches("\\d{1,5}") || words[1].length() > LONGEST_ID) {
            return Optional.empty();
        }
        int port = Integer.parseInt(words[0]);
        return port < 1 || port > 65_535
                ? Optional.empty()
                : Optional.of(new Question(lines[1].strip(), port, words[1]));
    }

    byte[] answer(String shortXml) {
        return (id + "\r\n" + shortXml).getBytes(StandardCharsets.UTF_8);
    }
}
