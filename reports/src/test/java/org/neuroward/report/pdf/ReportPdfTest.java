package org.neuroward.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.neuroward.report.specimen.Specimens;

class ReportPdfTest {

    @Test
    void draws() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/specimens"));
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            Files.write(folder.resolve("draft-zh.pdf"), ReportPdf.render(Specimens.draft(), Locale.SIMPLIFIED_CHINESE));
            System.out.println("ms " + (System.nanoTime() - start) / 1e6);
        }
        byte[] en = ReportPdf.render(Specimens.signed(), Locale.ENGLISH);
        Files.write(folder.resolve("signed-en.pdf"), en);
        Files.write(folder.resolve("refused-zh.pdf"), ReportPdf.render(Specimens.refused(), Locale.SIMPLIFIED_CHINESE));
        byte[] again = ReportPdf.render(Specimens.signed(), Locale.ENGLISH);
        Files.write(folder.resolve("again.pdf"), again);
        assertThat(java.util.Arrays.equals(again, en)).isTrue();
    }
}
