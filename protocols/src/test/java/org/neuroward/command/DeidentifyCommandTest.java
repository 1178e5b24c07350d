package org.neuroward.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.SharedData;

class DeidentifyCommandTest {

    @TempDir
    Path folder;

    @Test
    void writesAFileThatTellsNothing() throws Exception {
        Path output = folder.resolve("out.edf");

        Run run = Run.of(
                Locale.ENGLISH,
                "deidentify",
                SharedData.file("edf/edfPlusC.edf").toString(),
                output.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("was written and checked");
        assertThat(Run.of(Locale.ENGLISH, "edf", output.toString()).out())
                .contains("Patient     X X X X", "Recording   Startdate X X X X", "Start       unknown");
        Run.of(Locale.SIMPLIFIED_CHINESE, "deidentify", output.toString(), output.toString())
                .assertFailedWithOneSentence("请给出一个尚不存在的文件名。");
    }

    @Test
    void saysInOneSentenceWhatIsWrong() throws Exception {
        Run.of(Locale.ENGLISH, "deidentify", "a.edf")
                .assertFailedWithOneSentence("Use: neuroward deidentify FILE OUT.");
        Run.of(Locale.ENGLISH, "deidentify", folder + "/none.edf", folder + "/out.edf")
                .assertFailedWithOneSentence("does not exist.");
        Path text = Files.writeString(folder.resolve("text.edf"), "no recording at all");
        Run.of(Locale.ENGLISH, "deidentify", text.toString(), folder + "/nowhere/out.edf")
                .assertFailedWithOneSentence("does not exist.");
        Run.of(Locale.ENGLISH, "deidentify", text.toString(), folder + "/out.edf")
                .assertFailedWithOneSentence(".");
        assertThat(folder.resolve("out.edf")).doesNotExist();
    }
}
