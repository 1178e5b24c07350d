package org.neuroward.command;

import java.util.List;

/** One word that may follow {@code neuroward}. */
sealed interface Command
        permits BidsCommand,
                DeidentifyCommand,
                EdfCommand,
                FeaturesCommand,
                RecordingCommand,
                ScoreCommand,
                SpectrumCommand {

    /** As typed. */
    String name();

    /**
     * Writes its answer to {@code console}.
     *
     * @param arguments those after the name
     * @return the exit code
     * @throws CommandFailure with the one sentence that the user shall read
     */
    int run(List<String> arguments, Console console) throws CommandFailure;
}
