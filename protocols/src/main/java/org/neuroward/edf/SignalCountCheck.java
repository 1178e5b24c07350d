package org.neuroward.edf;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Finds out whether a header that makes no sense would make sense for another number of signals: the fields of all signals
 * stand together, so that one signal too many shifts them all.
 */
final class SignalCountCheck {

    /** More than EEG machines have; larger files are not worth the search. */
    private static final int MOST_SIGNALS = 640;

    private static final List<HeaderField> NUMBERS = List.of(
            HeaderField.SAMPLES_PER_RECORD,
            HeaderField.DIGITAL_MIN,
            HeaderField.DIGITAL_MAX,
            HeaderField.PHYSICAL_MIN,
            HeaderField.PHYSICAL_MAX);

    private final byte[] bytes;

    private SignalCountCheck(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The number of signals whose fields the file does hold, when there is just one such number. */
    static OptionalInt find(FileBytes file) throws IOException {
        int most = (int) Math.min(file.size() / HeaderField.FIXED_BYTES - 1, MOST_SIGNALS);
        var check = new SignalCountCheck(file.read(0, HeaderField.FIXED_BYTES * (1 + most)));
        int[] found = IntStream.rangeClosed(1, most).filter(check::makesSense).toArray();
        return found.length == 1 ? OptionalInt.of(found[0]) : OptionalInt.empty();
    }

    private boolean makesSense(int signals) {
        var fields = new HeaderFields(bytes, new java.util.ArrayList<>());
        fields.signals(signals);
        return IntStream.range(0, signals)
                .allMatch(signal -> NUMBERS.stream().allMatch(field -> fields.holdsNumber(field, signal)));
    }
}
