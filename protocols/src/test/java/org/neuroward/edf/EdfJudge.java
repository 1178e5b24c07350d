package org.neuroward.edf;

import static org.neuroward.fuzz.WrongSuccess.require;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.neuroward.signal.Calibration;
import org.neuroward.signal.Segment;

/** Compares what the reader says with what a naive reading of the same bytes says. */
final class EdfJudge {

    private final EdfRecording recording;
    private final EdfHeader header;
    private final NaiveEdf naive;

    EdfJudge(EdfRecording recording, NaiveEdf naive) {
        this.recording = recording;
        this.header = recording.header();
        this.naive = naive;
    }

    void header() {
        require(header.signals().size() == naive.signals, "number of signals", naive.signals);
        require(header.headerBytes() == 256 * (naive.signals + 1), "size of the header");
        require(header.format().bytesPerSample() == naive.sampleBytes, "width of a sample");
        require(header.format().discontinuous() == naive.discontinuous(), "discontinuous");
        require(EdfFuzz.same(header.recordSeconds(), naive.number(244, 8)), "record duration");
        for (int i = 0; i < naive.signals; i++) {
            EdfSignal signal = header.signals().get(i);
            require(signal.annotations() == naive.annotations(i), "annotation signal", i);
            require(signal.samplesPerRecord() == naive.samplesPerRecord(i), "samples per record", i);
            if (!signal.annotations()) {
                require(EdfFuzz.same(signal.physicalMin(), naive.number(i, 104, 8)), "physical minimum", i);
                require(EdfFuzz.same(signal.physicalMax(), naive.number(i, 112, 8)), "physical maximum", i);
                require(EdfFuzz.same(signal.digitalMin(), naive.number(i, 120, 8)), "digital minimum", i);
                require(EdfFuzz.same(signal.digitalMax(), naive.number(i, 128, 8)), "digital maximum", i);
            }
        }
    }

    void records() {
        long announced = naive.number(236, 8).longValueExact();
        long held = naive.wholeRecords();
        long used = recording.records();
        require(header.recordBytes() == naive.recordBytes(), "size of a data record");
        require(used >= 0 && used <= held, "the file holds the records in use", used, held);
        require(announced == -1 || used >= Math.min(announced, held), "announced records are used", used, announced);
        require(announced != -1 || used == held, "an open count takes all", used, held);
        boolean spoilt =
                recording.notices().stream().anyMatch(notice -> notice.kind() == EdfNotice.Kind.TEXT_CONVERTED);
        require(
                recording.damage().isEmpty() == (announced <= held && !spoilt),
                "missing records are damage",
                announced,
                held);
        require(used == announced || !recording.notices().isEmpty(), "a tolerated count is told", used, announced);
    }

    void annotations() {
        List<BigDecimal> expected = new ArrayList<>(naive.remarks(recording.records()));
        int padding = recording.notices().stream()
                .filter(notice -> notice.kind() == EdfNotice.Kind.PADDING_LEFT_OUT)
                .mapToInt(notice -> Integer.parseInt(notice.facts().get("stretches")))
                .sum();
        int found = recording.annotations().size();
        require(found + padding == expected.size(), "number of annotations", found, padding, expected.size());
        if (padding == 0) {
            expected.sort(null);
            for (int i = 0; i < found; i++) {
                long nanos = recording
                        .annotations()
                        .get(i)
                        .onset()
                        .plus(recording.startOffset())
                        .toNanos();
                long wanted = expected.get(i)
                        .movePointRight(9)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
                require(nanos == wanted, "onset of an annotation", nanos, wanted);
            }
        }
    }

    void samples(int channel, int most) throws IOException {
        EdfSignal signal = recording.signal(channel);
        int number = header.signals().indexOf(signal);
        long all = recording.records() * signal.samplesPerRecord();
        long stored =
                recording.segments(channel).stream().mapToLong(Segment::count).sum();
        boolean padded =
                recording.notices().stream().anyMatch(notice -> notice.kind() == EdfNotice.Kind.PADDING_LEFT_OUT);
        require(padded || naive.discontinuous() || stored == all, "number of samples", stored, all);
        require(stored <= all, "no sample is invented", stored, all);
        long before = 0;
        for (Segment segment : recording.segments(channel)) {
            int length = (int) Math.min(segment.count(), most);
            compare(channel, number, segment.firstSample(), stored == all ? before : -1, length);
            long tail = segment.count() - length;
            compare(channel, number, segment.firstSample() + tail, stored == all ? before + tail : -1, length);
            before += segment.count();
        }
    }

    /** @param index of the first sample among all that are stored; -1 when it is not known */
    private void compare(int channel, int signal, long first, long index, int length) throws IOException {
        int[] counts = new int[length];
        recording.counts(channel, first, counts);
        for (int i = 0; i < length && index >= 0; i++) {
            require(counts[i] == naive.count(signal, index + i), "count", channel, first + i, counts[i]);
        }
        if (recording.channels().get(channel).findCalibration().isPresent()) {
            Calibration calibration = recording.channels().get(channel).calibration();
            double[] microvolts = new double[length];
            recording.microvolts(channel, first, microvolts);
            for (int i = 0; i < length; i++) {
                require(Double.isFinite(microvolts[i]), "microvolts are finite", microvolts[i]);
                require(microvolts[i] == calibration.microvolts(counts[i]), "microvolts of a count", counts[i]);
            }
        }
    }
}
