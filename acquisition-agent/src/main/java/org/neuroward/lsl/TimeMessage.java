package org.neuroward.lsl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Questions for the time, and their answers: text in one datagram. */
final class TimeMessage {

    static final String COMMAND = "LSL:timedata";
    static final int LONGEST = 512;

    /**
     * An answer; seconds, by the asker's clock or by the answerer's.
     *
     * @param asked when the asker sent the question, as the answerer repeats it
     */
    record Answer(int wave, double asked, double received, double answered) {

        /** Round trip without the answerer's own time. */
        double roundTrip(double arrived) {
            return (arrived - asked) - (answered - received);
        }

        /** The answerer's clock minus the asker's. */
        double offset(double arrived) {
            return ((received - asked) + (answered - arrived)) / 2;
        }
    }

    private TimeMessage() {}

    static byte[] question(int wave, double asked) {
        return (COMMAND + "\r\n" + wave + " " + DescriptionWriter.number(asked) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The answer to a question, or nothing where it is none. */
    static Optional<byte[]> answer(byte[] datagram, int length, double received, double answered) {
        String text = new String(datagram, 0, Math.min(length, LONGEST), StandardCharsets.US_ASCII);
        String[] lines = text.split("\r?\n", 3);
        String[] words = lines.length > 1 ? lines[1].strip().split("\\s+") : new String[0];
        if (!lines[0].strip().equals(COMMAND)
                || words.length != 2
                || !words[0].matches("\\d{1,10}")
                || !isNumber(words[1])) {
            return Optional.empty();
        }
        String answer = " " + words[0] + " " + words[1] + " " + DescriptionWriter.number(received) + " "
                + DescriptionWriter.number(answered);
        return Optional.of(answer.getBytes(StandardCharsets.US_ASCII));
    }

    static Optional<Answer> read(byte[] datagram, int length) {
        String text = new String(datagram, 0, Math.min(length, LONGEST), StandardCharsets.US_ASCII);
        String[] words = text.strip().split("\\s+");
        if (words.length != 4 || !words[0].matches("\\d{1,9}|1\\d{9}|20\\d{8}|21[0-3]\\d{7}")) {
            return Optional.empty();
        }
        for (int i = 1; i < words.length; i++) {
            if (!isNumber(words[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new Answer(
                Integer.parseInt(words[0]),
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3])));
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,20}(\\.\\d{0,30})?([eE][-+]?\\d{1,2})?");
    }
}
