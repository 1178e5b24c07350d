package org.neuroward.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rounds of one task. */
final class Comparison {

    private final SignalTask task;
    private final List<Timing> ours = new ArrayList<>();
    private final List<Timing> peer = new ArrayList<>();
    private double bytesPerCall;

    Comparison(SignalTask task) {
        this.task = task;
    }

    void add(Map<String, Ours.Measured> oursOfRound, Map<String, Timing> peerOfRound) {
        Ours.Measured measured = oursOfRound.get(task.benchmark());
        if (measured == null) {
            throw new IllegalStateException("there is no benchmark of this name: " + task.benchmark());
        }
        ours.add(measured.timing());
        bytesPerCall = Math.max(bytesPerCall, measured.bytesPerCall());
        task.peer().map(peerOfRound::get).ifPresent(peer::add);
    }

    SignalTask task() {
        return task;
    }

    List<Timing> ours() {
        return List.copyOf(ours);
    }

    /** As many as ours, or none when the script has no such task. */
    List<Timing> peer() {
        return List.copyOf(peer);
    }

    /** The most that a round saw. */
    double bytesPerCall() {
        return bytesPerCall;
    }

    double oursMilliseconds() {
        return median(ours.stream().mapToDouble(Timing::median).toArray());
    }

    Optional<Double> peerMilliseconds() {
        return peer.isEmpty()
                ? Optional.empty()
                : Optional.of(median(peer.stream().mapToDouble(Timing::median).toArray()));
    }

    /** Peer over ours, round by round, so that a slow minute of the machine touches both. */
    Optional<double[]> ratios() {
        if (peer.isEmpty()) {
            return Optional.empty();
        }
        double[] ratios = new double[ours.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = peer.get(round).median() / ours.get(round).median();
        }
        java.util.Arrays.sort(ratios);
        return Optional.of(ratios);
    }

    Optional<Double> ratio() {
        return ratios().map(Timing::median);
    }

    /** Empty when nothing was asked, or the peer that it is asked against was not there. */
    Optional<Boolean> met() {
        return switch (task.target()) {
            case SignalTask.TimesFaster asked -> ratio().map(found -> found >= asked.factor());
            case SignalTask.AtMost asked -> Optional.of(oursMilliseconds() <= asked.milliseconds());
            case SignalTask.AtMostWithoutGarbage asked ->
                // The profiler shares the few bytes of its own work out over the calls.
                Optional.of(oursMilliseconds() <= asked.milliseconds() && bytesPerCall < 1);
            case SignalTask.NoTarget none -> Optional.empty();
        };
    }

    private static double median(double[] values) {
        java.util.Arrays.sort(values);
        return Timing.median(values);
    }
}
