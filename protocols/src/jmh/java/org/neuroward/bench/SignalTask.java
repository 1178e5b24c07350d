package org.neuroward.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One row of the comparison.
 *
 * @param english what is done, for the table
 * @param chinese the same
 * @param benchmark our JMH benchmark, as {@code Class.method}
 * @param peer name of the peer's task; empty when there is none
 * @param target what is asked for
 * @param values what our side computes, where the peer's definition is the same; empty otherwise
 */
record SignalTask(
        String english,
        String chinese,
        String benchmark,
        Optional<String> peer,
        Target target,
        Optional<Values> values) {

    /** Our output of a task, to be set beside the peer's. */
    interface Values {
        double[][] of(SignalWork work) throws IOException;
    }

    /** What is asked of a task. */
    sealed interface Target {}

    /** So many times as fast as the peer. */
    record TimesFaster(double factor) implements Target {}

    /** At most so many milliseconds, whatever the peer needs. */
    record AtMost(double milliseconds) implements Target {}

    /** At most so many milliseconds, and nothing allocated. */
    record AtMostWithoutGarbage(double milliseconds) implements Target {}

    /** A figure for the record. */
    record NoTarget() implements Target {}

    static final List<SignalTask> ALL = List.of(
            compared(
                    "Welch, 2-s Hann, half overlap",
                    "Welch 谱，2 秒 Hann 窗，重叠一半",
                    "SignalBenchmark.welch",
                    "welch_2s_hann_scipy",
                    5,
                    SignalWork::welch),
            compared(
                    "zero-phase FIR 0.5–45 Hz",
                    "零相位 FIR 0.5–45 Hz",
                    "SignalBenchmark.zeroPhaseFir",
                    "fir_0.5_45_zero_phase_mne",
                    5,
                    SignalWork::zeroPhaseFir),
            compared(
                    "causal SOS 0.5–45 Hz",
                    "因果 SOS 0.5–45 Hz",
                    "SignalBenchmark.causalSos",
                    "sos_causal_scipy",
                    2,
                    SignalWork::causalSos),
            new SignalTask(
                    "30 s of one channel of a 7-h night",
                    "7 小时记录中一个通道的 30 秒",
                    "NightBenchmark.window",
                    Optional.of("edf_read_30s_window_mne"),
                    new AtMost(1),
                    Optional.of(work -> new double[][] {SignalWork.windowOfNight()})),
            new SignalTask(
                    "the whole 7-h night into µV",
                    "读取整个 7 小时记录（µV）",
                    "NightBenchmark.whole",
                    Optional.of("edf_read_whole_mne"),
                    new TimesFaster(4),
                    Optional.empty()));

    private static SignalTask compared(
            String english, String chinese, String benchmark, String peer, double factor, Values values) {
        return new SignalTask(
                english, chinese, benchmark, Optional.of(peer), new TimesFaster(factor), Optional.of(values));
    }
}
