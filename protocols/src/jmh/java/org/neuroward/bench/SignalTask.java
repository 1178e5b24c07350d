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
                    "multitaper, 4-s epochs, NW 4, 7 tapers",
                    "多锥谱，4 秒分段，NW 4，7 个锥",
                    "SignalBenchmark.multitaper",
                    "multitaper_4s_epochs_mne",
                    5,
                    SignalWork::multitaper),
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
            compared(
                    "zero-phase SOS 0.5–45 Hz",
                    "零相位 SOS 0.5–45 Hz",
                    "SignalBenchmark.zeroPhaseSos",
                    "sos_zero_phase_scipy",
                    2,
                    SignalWork::zeroPhaseSos),
            resampling("SciPy, polyphase", "SciPy 多相", "resample_poly_to_128_scipy"),
            resampling("MNE, by FFT", "MNE，FFT", "resample_to_128_mne"),
            compared(
                    "wPLI of all pairs, five bands",
                    "全部通道对的 wPLI，五个频带",
                    "SignalBenchmark.weightedPhaseLag",
                    "wpli_all_pairs_numpy",
                    5,
                    SignalWork::weightedPhaseLag),
            compared(
                    "multiscale entropy, 19 channels × 30 s, scales 1–20 (all pairs)",
                    "多尺度熵，19 通道 × 30 秒，尺度 1–20（全部配对）",
                    "SignalBenchmark.multiscaleEntropy",
                    "multiscale_entropy_all_pairs_numpy",
                    20,
                    SignalWork::multiscaleEntropy),
            new SignalTask(
                    "the same against SciPy's neighbour search (k-d tree)",
                    "同上，对照为 SciPy 的近邻搜索（k-d 树）",
                    "SignalBenchmark.multiscaleEntropy",
                    Optional.of("multiscale_entropy_kd_tree_scipy"),
                    new NoTarget(),
                    Optional.of(SignalWork::multiscaleEntropy)),
            new SignalTask(
                    "sample entropy, one channel × 30 s (textbook form)",
                    "样本熵，单通道 × 30 秒（教科书写法）",
                    "SignalBenchmark.sampleEntropy",
                    Optional.of("sample_entropy_scale1_numpy_one_channel"),
                    new NoTarget(),
                    Optional.of(work -> new double[][] {{work.sampleEntropy()}})),
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
                    Optional.empty()),
            new SignalTask(
                    "causal filter and band envelope, 64 channels × 20 ms at 1 kHz",
                    "因果滤波与频带包络，64 通道 × 20 毫秒，1 kHz",
                    "OnlineBenchmark.block",
                    Optional.empty(),
                    new AtMostWithoutGarbage(0.1),
                    Optional.empty()));

    /** Each side has a low-pass of its own, so the values differ where these do; there is nothing to compare. */
    private static SignalTask resampling(String english, String chinese, String peer) {
        return new SignalTask(
                "resampling 250 → 128 Hz (" + english + ")",
                "重采样 250 → 128 Hz（" + chinese + "）",
                "SignalBenchmark.resampling",
                Optional.of(peer),
                new TimesFaster(5),
                Optional.empty());
    }

    private static SignalTask compared(
            String english, String chinese, String benchmark, String peer, double factor, Values values) {
        return new SignalTask(
                english, chinese, benchmark, Optional.of(peer), new TimesFaster(factor), Optional.of(values));
    }
}
