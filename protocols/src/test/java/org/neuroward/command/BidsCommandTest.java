package org.neuroward.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BidsCommandTest {

    private static final String RECORDING = "src/test/resources/recordings/eeglab/joined.set";

    @TempDir
    Path folder;

    @Test
    void theFilesThatWereWrittenAreListedAndReplacedTextsAreSaid() {
        String dataset = folder.resolve("dataset").toString();

        Run run = Run.of(Locale.ENGLISH, "bids", RECORDING, dataset, "--subject", "01", "--task", "rest", "--run", "1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .contains("sub-01/eeg/sub-01_task-rest_run-1_eeg.vhdr")
                .hasSize(7);
        assertThat(run.out().lines().map(folder.resolve("dataset")::resolve)).allMatch(Files::isRegularFile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void failuresAreOneSentence(String language) throws Exception {
        Locale locale = Locale.of(language);
        String end = language.equals("zh") ? "。" : ".";
        Files.writeString(folder.resolve("letter.txt"), "Dear Sir");
        String there = folder.toString();
        String fresh = folder.resolve("fresh").toString();

        Run.of(locale, "bids", RECORDING, there, "--subject", "01", "--task", "rest")
                .assertFailedWithOneSentence(end);
        Run.of(locale, "bids", RECORDING, fresh, "--subject", "0 1", "--task", "rest")
                .assertFailedWithOneSentence(end);
        Run.of(locale, "bids", RECORDING, fresh, "--subject", "01").assertFailedWithOneSentence(end);
        Run.of(locale, "bids", RECORDING, fresh, "--subject", "01", "--task", "rest", "--line-frequency", "55")
                .assertFailedWithOneSentence(end);
        Run.of(locale, "bids", RECORDING, fresh, "--subject", "01", "--task", "rest", "--run", "0")
                .assertFailedWithOneSentence(end);
        assertThat(folder.resolve("fresh")).doesNotExist();
    }
}
