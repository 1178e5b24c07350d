package org.neuroward.eeglab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neuroward.eeglab.EeglabNotice.Kind;

/** What real and hostile datasets do: tolerated with a notice, or refused with the way out, and never more memory than agreed. */
class DamagedDatasetsTest {

    private static final Path FOLDER = Path.of("src/test/resources/recordings/eeglab");
    private static final int MATRIX = 14;
    private static final int COMPRESSED = 15;

    @TempDir
    Path folder;

    @Test
    void aDatasetOfEpochsIsNoRecording() {
        assertRefused(FOLDER.resolve("epoched.set"), EeglabProblem.EPOCHED);
    }

    @Test
    void aMatlabFileOfSomethingElseIsRefused() {
        assertRefused(FOLDER.resolve("no-dataset.set"), EeglabProblem.NO_DATASET);
    }

    @Test
    void matlab73IsRefusedWithTheWayOut() throws IOException {
        byte[] header =
                Arrays.copyOf("MATLAB 7.3 MAT-file, Platform: PCWIN64".getBytes(StandardCharsets.US_ASCII), 1024);

        assertRefused(write(header), EeglabProblem.MATLAB_73);
        assertRefused(write("\u0089HDF\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1)), EeglabProblem.MATLAB_73);
    }

    @Test
    void whatIsNoMatlabFileIsRefused() throws IOException {
        assertRefused(write(new byte[0]), EeglabProblem.NOT_MATLAB_5);
        assertRefused(write("MATLAB 5.0".getBytes(StandardCharsets.US_ASCII)), EeglabProblem.NOT_MATLAB_5);
        assertRefused(write(new byte[4096]), EeglabProblem.NOT_MATLAB_5);
    }

    @Test
    void aDatasetCutAnywhereIsRefusedAsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(FOLDER.resolve("inside.set"));
        for (int length = 129; length < whole.length; length++) {
            assertRefused(write(Arrays.copyOf(whole, length)), EeglabProblem.DAMAGED);
        }
    }

    @Test
    void aSizeThatIsNotThereIsNeverReserved() throws IOException {
        // A matrix that claims two gigabytes, in a file of 200 bytes.
        assertRefused(write(file(element(MATRIX, 0x7FFF_FFF0, new byte[64]))), EeglabProblem.DAMAGED);
        // The same, packed.
        byte[] claimed = element(MATRIX, 0x7FFF_FFF0, new byte[64]);
        byte[] packed = packed(claimed, 0);
        assertRefused(write(file(element(COMPRESSED, packed.length, packed))), EeglabProblem.DAMAGED);
    }

    @Test
    void zerosThatUnpackWithoutEndAreLeftAtTheLimit() throws IOException {
        // One matrix of a gigabyte of zeros, in less than five megabytes.
        int gigabyte = 1 << 30;
        ByteBuffer start = ByteBuffer.allocate(56).order(ByteOrder.LITTLE_ENDIAN);
        start.putInt(MATRIX).putInt(gigabyte + 48);
        start.putInt(6).putInt(8).putInt(9).putInt(0);
        start.putInt(5).putInt(8).putInt(gigabyte).putInt(1);
        start.putInt(1).putInt(0);
        start.putInt(2).putInt(gigabyte);
        byte[] packed = packed(start.array(), gigabyte);
        assertThat(packed.length).isLessThan(5 << 20);

        assertRefused(write(file(element(COMPRESSED, packed.length, packed))), EeglabProblem.TOO_MUCH);
    }

    @Test
    void cellsThatAreNotThereAreNeverReserved() throws IOException {
        ByteBuffer cell = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        cell.putInt(6).putInt(8).putInt(1).putInt(0);
        cell.putInt(5).putInt(8).putInt(100_000_000).putInt(1);
        cell.putInt(1).putInt(0);

        assertRefused(write(file(element(MATRIX, 40, cell.array()))), EeglabProblem.DAMAGED);
    }

    @Test
    void matricesWithinMatricesEndAtALimit() throws IOException {
        byte[] nested = new byte[0];
        for (int depth = 0; depth < 40; depth++) {
            ByteBuffer cell = ByteBuffer.allocate(40 + nested.length).order(ByteOrder.LITTLE_ENDIAN);
            cell.putInt(6).putInt(8).putInt(1).putInt(0);
            cell.putInt(5).putInt(8).putInt(depth == 0 ? 0 : 1).putInt(1);
            cell.putInt(1).putInt(0);
            cell.put(nested);
            nested = element(MATRIX, cell.capacity(), cell.array());
        }

        assertRefused(write(file(nested)), EeglabProblem.TOO_MUCH);
    }

    @Test
    void aTruncatedDataFileIsRefusedAndRecovered() throws IOException {
        Path path = copy("beside.set");
        Files.write(folder.resolve("beside.fdt"), Arrays.copyOf(Files.readAllBytes(FOLDER.resolve("beside.fdt")), 500));

        assertRefused(path, EeglabProblem.TRUNCATED);
        try (EeglabFile file = EeglabFile.recover(path)) {
            // 500 bytes are 41 samples of three floats, and 8 bytes.
            assertThat(file.recording().samples(0)).isEqualTo(41);
            assertThat(file.notices()).extracting(EeglabNotice::kind).contains(Kind.DATA_MISSING, Kind.TRAILING_BYTES);
        }
    }

    @Test
    void aRenamedDatasetFindsItsSamplesAndWithoutThemItIsRefused() throws IOException {
        Path path = folder.resolve("renamed.set");
        Files.copy(FOLDER.resolve("beside.set"), path);
        assertRefused(path, EeglabProblem.DATA_FILE_MISSING);

        Files.copy(FOLDER.resolve("beside.fdt"), folder.resolve("renamed.fdt"));
        try (EeglabFile file = EeglabFile.open(path)) {
            assertThat(file.notices()).extracting(EeglabNotice::kind).contains(Kind.FILE_RENAMED);
            assertThat(file.files()).containsExactly(path, folder.resolve("renamed.fdt"));
        }
    }

    @ParameterizedTest
    @EnumSource(EeglabProblem.class)
    void everyRefusalHasASentenceInBothLanguages(EeglabProblem problem) {
        assertSentences("problem." + problem.code());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyNoticeHasASentenceInBothLanguages(Kind kind) {
        assertSentences("notice." + kind.code());
    }

    private static void assertSentences(String key) {
        String english = ResourceBundle.getBundle("org.neuroward.eeglab.messages", Locale.ROOT)
                .getString(key);
        String chinese = ResourceBundle.getBundle("org.neuroward.eeglab.messages", Locale.SIMPLIFIED_CHINESE)
                .getString(key);
        assertThat(chinese).isNotEqualTo(english).endsWith("。");
        assertThat(english).endsWith(".");
    }

    private static void assertRefused(Path path, EeglabProblem problem) {
        assertThatExceptionOfType(EeglabFormatException.class)
                .isThrownBy(() -> EeglabFile.open(path))
                .satisfies(refusal -> {
                    assertThat(refusal.problem()).isEqualTo(problem);
                    assertThat(refusal.sentence(Locale.ENGLISH)).doesNotContain("{");
                    assertThat(refusal.sentence(Locale.SIMPLIFIED_CHINESE)).doesNotContain("{");
                });
    }

    private Path copy(String name) throws IOException {
        return Files.copy(FOLDER.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("hostile.set"), bytes);
    }

    private static byte[] file(byte[] elements) {
        byte[] file = Arrays.copyOf("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII), 128 + elements.length);
        Arrays.fill(file, 19, 116, (byte) ' ');
        file[125] = 1;
        file[126] = 'I';
        file[127] = 'M';
        System.arraycopy(elements, 0, file, 128, elements.length);
        return file;
    }

    private static byte[] element(int type, int claimedBytes, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(type)
                .putInt(claimedBytes)
                .put(content)
                .array();
    }

    private static byte[] packed(byte[] start, int zeros) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            out.write(start);
            byte[] piece = new byte[1 << 20];
            for (int written = 0; written < zeros; written += piece.length) {
                out.write(piece);
            }
        }
        return bytes.toByteArray();
    }
}
