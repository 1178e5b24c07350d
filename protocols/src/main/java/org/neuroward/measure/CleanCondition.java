package org.neuroward.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.artifact.WindowGrid;
import org.neuroward.preparation.CleanSignal;
import org.neuroward.preparation.Preparation.Ready;
import org.neuroward.preparation.RecordingAccount;
import org.neuroward.preparation.RestingCondition;
import org.neuroward.scoring.Outcome.NotAvailable;
import org.neuroward.scoring.Result.Data;
import org.neuroward.scoring.ResultDocument.ChannelLeftOut;
import org.neuroward.signal.ChannelLabel;
import org.neuroward.signal.SamplingRate;

/** One condition of a recording in one reference: its clean epochs, for whoever makes values of them. */
final class CleanCondition {

    private final CleanSignal clean;
    private final RecordingAccount account;
    private final RestingCondition condition;
    private final double secondsRecorded;
    private final boolean[] windows;
    private final ReferencedSignal signal;

    private CleanCondition(Ready ready, RestingCondition condition, ReferencedSignal signal) {
        this.clean = ready.clean();
        this.account = ready.account();
        this.condition = condition;
        this.secondsRecorded = ready.conditions().secondsRecorded(condition);
        this.windows = clean.cleanWindows(ready.conditions().windowsOf(condition));
        this.signal = signal;
    }

    static CleanCondition of(Ready ready, RestingCondition condition, ReferencedSignal signal) {
        return new CleanCondition(ready, condition, signal);
    }

    RestingCondition condition() {
        return condition;
    }

    SamplingRate rate() {
        return clean.rate();
    }

    double upperHertz() {
        return account.lowpassHertz();
    }

    double secondsRecorded() {
        return secondsRecorded;
    }

    /** Good channels. */
    List<String> names() {
        return clean.names();
    }

    /** Those of the screening set; an artifact in any of them takes the window from all. */
    List<String> required() {
        return clean.required().stream().map(clean.names()::get).toList();
    }

    /** Channels at a known place that were recorded and are bad. */
    List<String> bad() {
        return account.leftOut().stream()
                .filter(channel -> channel.reason().startsWith("bad-"))
                .map(channel -> ChannelLabel.parse(channel.label()).electrode())
                .toList();
    }

    boolean isGood(String name) {
        return clean.names().contains(name);
    }

    /** Why a channel is not among the good ones. */
    NotAvailable whyNot(String name) {
        Optional<String> reason = account.leftOut().stream()
                .filter(channel ->
                        ChannelLabel.parse(channel.label()).electrode().equals(name))
                .map(ChannelLeftOut::reason)
                .findFirst();
        return reason.map(r -> new NotAvailable("channel-left-out", ordered("channel", name, "reason", r)))
                .orElseGet(() -> new NotAvailable("channel-not-recorded", Map.of("channel", name)));
    }

    /** Not a copy. */
    double[] microvolts(String name) {
        return signal.microvolts()[clean.names().indexOf(name)];
    }

    /** Beginnings of epochs that are clean in all required channels. */
    int[] epochs(Epochs epochs) {
        return clean.grid().epochs(windows, epochs.windows(), epochs.step());
    }

    /** Beginnings of epochs that are clean in all required channels and in this one. */
    int[] epochs(String name, Epochs epochs) {
        return clean.grid().epochs(windowsOf(name), epochs.windows(), epochs.step());
    }

    int samples(Epochs epochs) {
        return epochs.windows() * clean.grid().windowSamples();
    }

    double seconds(Epochs epochs) {
        return secondsOf(windows, epochs);
    }

    double seconds(String name, Epochs epochs) {
        return secondsOf(windowsOf(name), epochs);
    }

    /** All clean epochs of all required channels. */
    DataUsed used(Epochs epochs) {
        return used(seconds(epochs), epochs(epochs).length, epochs);
    }

    /** All clean epochs of one channel. */
    DataUsed used(String name, Epochs epochs) {
        return isGood(name) ? used(seconds(name, epochs), epochs(name, epochs).length, epochs) : used(0, 0, epochs);
    }

    DataUsed used(double seconds, int count, Epochs epochs) {
        double share = secondsRecorded > 0 ? seconds / secondsRecorded : 0;
        double epochSeconds = samples(epochs) / rate().hertz();
        return new DataUsed(condition.code(), signal.reference(), seconds, new Data(count, epochSeconds, share));
    }

    private boolean[] windowsOf(String name) {
        return clean.cleanWindows(windows, clean.names().indexOf(name));
    }

    private double secondsOf(boolean[] chosen, Epochs epochs) {
        WindowGrid grid = clean.grid();
        return grid.windowsCovered(chosen, epochs.windows(), epochs.step()) * (grid.windowSamples() / rate().hertz());
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        var facts = new java.util.LinkedHashMap<String, Object>();
        facts.put(first, one);
        facts.put(second, two);
        return facts;
    }
}
