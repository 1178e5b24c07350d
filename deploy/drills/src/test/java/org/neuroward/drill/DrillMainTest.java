package org.neuroward.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillMainTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private record Scripted(long lost) implements Drill {
        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Map<String, String> defaults() {
            return Map.of("beds", "8");
        }

        @Override
        public DrillReport run(DrillOptions options) {
            Table facts = new Table("Runs", List.of("beds", "runs"))
                    .row(options.number("beds"), options.runs().orElse(3));
            return new DrillReport(List.of(facts), List.of(DrillReport.Target.zero("samples lost", lost)));
        }
    }

    private int run(Drill drill, String... arguments) throws InterruptedException {
        return DrillMain.run(List.of(drill), arguments, new PrintStream(out), new PrintStream(err));
    }

    @Test
    void aDrillThatMeetsItsTargetPrintsItsSeedAndItsTables() throws Exception {
        int code = run(new Scripted(0), "scripted", "--data", folder.toString(), "--seed", "7", "--beds", "2");

        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("./neuroward drill scripted --seed 7 --beds 2\n")
                .containsPattern("beds  runs\n +2     3\n")
                .containsPattern("samples lost  0       0      yes");
        assertThat(folder).doesNotExist();
    }

    @Test
    void aDrillThatMissesItsTargetEndsWithOneAndKeepsItsFolder() throws Exception {
        assertThat(run(new Scripted(1), "scripted", "--data", folder.toString()))
                .isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8)).containsPattern("samples lost  0       1      NO");
        assertThat(folder).exists();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(folder.toString());
    }

    @Test
    void tablesGoIntoADocument() throws Exception {
        run(new Scripted(0), "scripted", "--data", folder.toString(), "--markdown", "--runs", "9");

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("| beds | runs |\n| --- | --- |\n| 8 | 9 |\n");
    }

    @Test
    void whatIsNotADrillOrNotItsOptionIsSaid() throws Exception {
        assertThat(run(new Scripted(0), "scripted", "--speed", "3")).isEqualTo(2);
        assertThat(run(new Scripted(0), "scripted", "--beds")).isEqualTo(2);
        assertThat(run(new Scripted(0), "unknown")).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("unknown option of drill scripted: --speed", "--beds takes a value", "[--beds 8]");
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAlone() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter"), "dear");

        assertThat(run(new Scripted(0), "scripted", "--data", folder.toString()))
                .isEqualTo(2);

        assertThat(letter).hasContent("dear");
    }
}
