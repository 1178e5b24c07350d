package org.neuroward.preparation;

import java.util.List;
import org.neuroward.artifact.QualityIndex;
import org.neuroward.scoring.ResultDocument.ChannelLeftOut;
import org.neuroward.scoring.ResultDocument.Condition;
import org.neuroward.scoring.ResultDocument.Notice;
import org.neuroward.scoring.ResultDocument.Quality;

/**
 * What the preparation found out about a recording; when it was refused, as far as it came.
 *
 * @param channels that could be scored, good or bad
 * @param lowpassHertz upper end of what is scored
 * @param used canonical names of the good channels
 * @param leftOut all other channels, each with its reason
 * @param conditions with the seconds recorded of each; nothing is said yet of clean ones
 * @param quality with 0 as the fraction used, which only a caller knows
 * @param notices what a reader of any value must know
 */
public record RecordingAccount(
        int channels,
        double lowpassHertz,
        List<String> used,
        List<ChannelLeftOut> leftOut,
        double secondsRecorded,
        List<Condition> conditions,
        Quality quality,
        List<Notice> notices) {

    public RecordingAccount {
        used = List.copyOf(used);
        leftOut = List.copyOf(leftOut);
        conditions = List.copyOf(conditions);
        notices = List.copyOf(notices);
    }

    /** Whether the signal is too bad for any value to be given. */
    public boolean isRed() {
        return quality.index() < QualityIndex.AMBER_FROM;
    }

    /** The quality of the recording with the share of it that values were computed from. */
    public Quality qualityWithFractionUsed(double fraction) {
        return new Quality(
                quality.index(),
                quality.grade(),
                fraction,
                quality.lineFrequencyHertz(),
                quality.lineNoiseDecibels(),
                quality.channels(),
                quality.topReasons());
    }
}
