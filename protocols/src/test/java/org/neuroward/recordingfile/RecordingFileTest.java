package org.neuroward.recordingfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.SharedData;
import org.neuroward.signal.RecordingFormatException;

class RecordingFileTest {

    @TempDir
    Path folder;

    @Test
    void anEdfPlusFileIsOpenedAsWhatItIs() throws IOException {
        Path path = SharedData.file("edf/edfPlusD.edf");

        try (RecordingFile file = RecordingFile.open(path)) {
            assertThat(file.format()).isEqualTo("EDF+D");
            assertThat(file.files()).containsExactly(path);
            assertThat(file.recording().channels()).isNotEmpty();
        }
    }

    @Test
    void whatIsNoRecordingIsRefusedInBothLanguages() throws IOException {
        Path path = Files.writeString(folder.resolve("letter.txt"), "Dear Sir or Madam, this is no recording.");

        assertThatExceptionOfType(RecordingFormatException.class)
                .isThrownBy(() -> RecordingFile.open(path))
                .satisfies(refusal -> assertThat(refusal.sentence(Locale.SIMPLIFIED_CHINESE))
                        .isNotEqualTo(refusal.sentence(Locale.ENGLISH)));
    }
}
