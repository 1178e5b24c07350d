package org.neuroward.clinic.screening;

import java.util.Optional;

/**
 * How far a recording has come on its way from the sealed file to the drafted report.
 *
 * @param percent of the present stage, 0 to 100
 * @param failureCode why the job stopped, for example {@code file-unreadable}; present exactly when failed
 */
public record ScoringProgress(Stage stage, int percent, Optional<String> failureCode) {

    /** Steps of a scoring job in their order; {@link #FAILED} may follow any of them. */
    public enum Stage {
        WAITING,
        SCORING,
        DRAFTING,
        DONE,
        FAILED
    }

    public ScoringProgress {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("progress lies between 0 and 100: percent=" + percent);
        }
        if ((stage == Stage.FAILED) != failureCode.isPresent()) {
            throw new IllegalArgumentException("exactly a failed job has a failure code: stage=" + stage);
        }
    }

    static ScoringProgress at(Stage stage, int percent) {
        return new ScoringProgress(stage, percent, Optional.empty());
    }
}
