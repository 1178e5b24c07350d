package org.neuroward.edf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads the header; every size is checked against the file before memory is asked for. */
final class HeaderReader {

    private static final int MAX_SIGNALS = 9_999;
    /** With counts and units of any size, what is smaller stays far from the end of a double's range. */
    private static final double BEYOND_MEASUREMENT = 1e200;

    private static final int MAX_EIGHT_DIGITS = 99_999_999;

    private final FileBytes file;
    private final List<EdfNotice> notices;

    HeaderReader(FileBytes file, List<EdfNotice> notices) {
        this.file = file;
        this.notices = notices;
    }

    EdfHeader read() throws IOException {
        if (file.size() == 0) {
            throw new EdfFormatException(EdfProblem.EMPTY, Map.of());
        }
        boolean bits24 = isBits24(file.read(0, (int) Math.min(8, file.size())));
        if (file.size() < HeaderField.FIXED_BYTES) {
            throw new EdfFormatException(
                    EdfProblem.HEADER_CUT, Map.of("bytes", file.size(), "expected", HeaderField.FIXED_BYTES));
        }
        var fixed = new HeaderFields(file.read(0, HeaderField.FIXED_BYTES), notices);
        int signals = signalCount(fixed);
        var fields = new HeaderFields(file.read(0, HeaderField.FIXED_BYTES * (1 + signals)), notices);
        fields.signals(signals);
        try {
            return header(fields, bits24, signals);
        } catch (EdfFormatException e) {
            throw explained(e, signals);
        }
    }

    /** Names the cause where a wrong number of signals has shifted all fields. */
    private EdfFormatException explained(EdfFormatException refusal, int signals) throws IOException {
        OptionalInt found = refusal.problem() == EdfProblem.NOT_A_NUMBER || refusal.problem() == EdfProblem.OUT_OF_RANGE
                ? SignalCountCheck.find(file)
                : OptionalInt.empty();
        return found.isEmpty() || found.getAsInt() == signals
                ? refusal
                : new EdfFormatException(
                        EdfProblem.SIGNAL_COUNT_WRONG, Map.of("signals", signals, "held", found.getAsInt()));
    }

    private static boolean isBits24(byte[] version) throws EdfFormatException {
        String text = new String(version, StandardCharsets.ISO_8859_1);
        if (text.equals("\u00ffBIOSEMI")) {
            return true;
        }
        if (text.length() == 8 && text.replace('\0', ' ').strip().equals("0")) {
            return false;
        }
        throw new EdfFormatException(EdfProblem.NOT_EDF, Map.of("byte", 0));
    }

    private int signalCount(HeaderFields fixed) throws EdfFormatException {
        int signals = fixed.integer(HeaderField.SIGNAL_COUNT, -1, 1, MAX_SIGNALS);
        int headerBytes = fixed.integer(HeaderField.HEADER_BYTES, -1, 0, MAX_EIGHT_DIGITS);
        int expected = HeaderField.FIXED_BYTES * (1 + signals);
        if (headerBytes != expected) {
            throw new EdfFormatException(
                    EdfProblem.SIGNAL_COUNT_DISAGREES,
                    Map.of("signals", signals, "bytes", headerBytes, "expected", expected));
        }
        if (file.size() < expected) {
            throw new EdfFormatException(EdfProblem.HEADER_CUT, Map.of("bytes", file.size(), "expected", expected));
        }
        return signals;
    }

    private EdfHeader header(HeaderFields fields, boolean bits24, int count) throws EdfFormatException {
        String reserved = fields.text(HeaderField.RESERVED, -1);
        EdfFormat format = EdfFormat.of(bits24, reserved);
        List<EdfSignal> signals = signals(fields, format, count);
        double recordSeconds = recordSeconds(fields, signals);
        long recordBytes = signals.stream()
                .mapToLong(signal -> (long) signal.samplesPerRecord() * format.bytesPerSample())
                .sum();
        if (recordBytes == 0) {
            throw new EdfFormatException(EdfProblem.RECORD_EMPTY, Map.of("signals", count));
        }
        String date = fields.text(HeaderField.START_DATE, -1);
        String time = fields.text(HeaderField.START_TIME, -1);
        String recording = fields.text(HeaderField.RECORDING, -1);
        return new EdfHeader(
                format,
                fields.text(HeaderField.PATIENT, -1),
                recording,
                date,
                time,
                StartDate.of(date, time, recording, notices),
                HeaderField.FIXED_BYTES * (1 + count),
                reserved,
                fields.integer(HeaderField.RECORD_COUNT, -1, -1, MAX_EIGHT_DIGITS),
                recordSeconds,
                recordBytes,
                signals);
    }

    private double recordSeconds(HeaderFields fields, List<EdfSignal> signals) throws EdfFormatException {
        double seconds = fields.decimal(HeaderField.RECORD_DURATION, -1);
        boolean onlyAnnotations = signals.stream().allMatch(EdfSignal::annotations);
        if (seconds < 0 || seconds > MAX_EIGHT_DIGITS || (seconds > 0 && seconds < 1e-9)) {
            String text = HeaderText.decode(fields.raw(HeaderField.RECORD_DURATION, -1))
                    .text();
            throw fields.refused(EdfProblem.OUT_OF_RANGE, HeaderField.RECORD_DURATION, -1, text);
        }
        if (seconds == 0 && !onlyAnnotations) {
            throw new EdfFormatException(EdfProblem.RATE_UNKNOWN, Map.of("signals", signals.size()));
        }
        return seconds;
    }

    private List<EdfSignal> signals(HeaderFields fields, EdfFormat format, int count) throws EdfFormatException {
        var signals = new ArrayList<EdfSignal>(count);
        long offset = 0;
        for (int i = 0; i < count; i++) {
            EdfSignal signal = signal(fields, format, i, offset);
            offset += (long) signal.samplesPerRecord() * format.bytesPerSample();
            signals.add(signal);
        }
        noteRepeatedLabels(signals);
        if (!format.plus() && signals.stream().anyMatch(EdfSignal::annotations)) {
            notices.add(EdfNotice.of(EdfNotice.Kind.ANNOTATIONS_IN_PLAIN_FILE, Map.of()));
        }
        return signals;
    }

    private EdfSignal signal(HeaderFields fields, EdfFormat format, int i, long offset) throws EdfFormatException {
        String label = fields.text(HeaderField.LABEL, i);
        boolean annotations = label.equals("EDF Annotations") || label.equals("BDF Annotations");
        int samples = fields.integer(HeaderField.SAMPLES_PER_RECORD, i, 0, MAX_EIGHT_DIGITS);
        // The ranges of an annotation signal mean nothing, and many writers leave them blank.
        double physicalMin = annotations ? -1 : fields.decimal(HeaderField.PHYSICAL_MIN, i);
        double physicalMax = annotations ? 1 : fields.decimal(HeaderField.PHYSICAL_MAX, i);
        int digitalMin = annotations ? format.smallestCount() : digital(fields, HeaderField.DIGITAL_MIN, i);
        int digitalMax = annotations ? format.largestCount() : digital(fields, HeaderField.DIGITAL_MAX, i);
        var signal = new EdfSignal(
                label,
                fields.text(HeaderField.TRANSDUCER, i),
                fields.text(HeaderField.UNIT, i),
                physicalMin,
                physicalMax,
                digitalMin,
                digitalMax,
                fields.text(HeaderField.PREFILTER, i),
                samples,
                annotations,
                calibrated(physicalMin, physicalMax, digitalMin, digitalMax),
                offset);
        noteOddities(signal, format, i);
        return signal;
    }

    /** Each count must have a value of its own, and in microvolts too. */
    private static boolean calibrated(double physicalMin, double physicalMax, int digitalMin, int digitalMax) {
        double perCount = (physicalMax - physicalMin) / ((double) digitalMax - digitalMin);
        double largest = Math.max(Math.abs(physicalMin), Math.abs(physicalMax));
        return digitalMin < digitalMax && perCount != 0 && largest < BEYOND_MEASUREMENT;
    }

    private static int digital(HeaderFields fields, HeaderField field, int i) throws EdfFormatException {
        return fields.integer(field, i, -MAX_EIGHT_DIGITS, MAX_EIGHT_DIGITS);
    }

    private void noteOddities(EdfSignal signal, EdfFormat format, int i) {
        if (!signal.calibrated()) {
            notices.add(EdfNotice.of(EdfNotice.Kind.UNCALIBRATED, Map.of("signal", i + 1, "label", signal.label())));
        }
        if (signal.digitalMin() < format.smallestCount() || signal.digitalMax() > format.largestCount()) {
            notices.add(EdfNotice.of(
                    EdfNotice.Kind.DIGITAL_RANGE_TOO_WIDE, Map.of("signal", i + 1, "label", signal.label())));
        }
        if (signal.samplesPerRecord() == 0) {
            notices.add(EdfNotice.of(EdfNotice.Kind.SIGNAL_EMPTY, Map.of("signal", i + 1, "label", signal.label())));
        }
    }

    private void noteRepeatedLabels(List<EdfSignal> signals) {
        var count = new HashMap<String, Integer>();
        signals.stream()
                .filter(signal -> !signal.annotations())
                .forEach(signal -> count.merge(signal.label(), 1, Integer::sum));
        count.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> notices.add(EdfNotice.of(
                        EdfNotice.Kind.LABEL_REPEATED, Map.of("label", entry.getKey(), "times", entry.getValue()))));
    }
}
