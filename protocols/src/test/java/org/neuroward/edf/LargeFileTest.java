package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of 64 channels at 1 kHz in 24 bits, 16 GB, is read with a heap of 24 MB. The file is sparse: it takes no room. */
class LargeFileTest {

    private static final int SIGNALS = 64;
    private static final int RATE = 1000;
    private static final long RECORDS = 24 * 3600;
    private static final long RECORD_BYTES = SIGNALS * RATE * 3L;
    private static final int LAST_COUNT = -1_234_567;

    @TempDir
    Path folder;

    @Test
    void aDayIsReadInConstantMemory() throws Exception {
        Path file = folder.resolve("day.bdf");
        Assumptions.assumeTrue(
                sparse(file), "skipped: the temporary folder takes no sparse file of 16 GB, or takes it whole");
        String classes = folderOf(EdfRecording.class) + File.pathSeparator + folderOf(LargeFileTest.class);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:MaxDirectMemorySize=4m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes,
                        LargeFileTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.strip()).isEqualTo("samples " + RECORDS * RATE + ", sum of windows " + (double) LAST_COUNT);
    }

    private static Path folderOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The other program: prints the sum, in counts, over windows of 30 s through the whole day. */
    public static void main(String[] arguments) throws IOException {
        try (EdfRecording recording = EdfRecording.open(Path.of(arguments[0]))) {
            double[] window = new double[30 * RATE];
            double sum = 0;
            long samples = recording.samples(SIGNALS - 1);
            for (long end = samples; end >= window.length; end -= samples / 50) {
                recording.microvolts(SIGNALS - 1, end - window.length, window);
                sum += Arrays.stream(window).sum();
            }
            System.out.println("samples " + samples + ", sum of windows " + sum);
        }
    }

    /** False where the file system has no holes: then its size would have to be written. */
    private static boolean sparse(Path file) throws IOException {
        TestFile header = TestFile.bdf(SIGNALS);
        header.records = String.valueOf(RECORDS);
        for (int i = 0; i < SIGNALS; i++) {
            TestFile.Signal signal = header.signal(i);
            signal.label = "EEG " + i;
            signal.samples = String.valueOf(RATE);
            signal.physicalMin = signal.digitalMin = "-8388608";
            signal.physicalMax = signal.digitalMax = "8388607";
        }
        byte[] bytes = header.bytes();
        byte[] last = {(byte) LAST_COUNT, (byte) (LAST_COUNT >> 8), (byte) (LAST_COUNT >> 16)};
        long free = Files.getFileStore(file.getParent()).getUsableSpace();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.write(ByteBuffer.wrap(last), bytes.length + RECORDS * RECORD_BYTES - last.length);
        } catch (IOException tooLarge) {
            return false;
        }
        return free - Files.getFileStore(file.getParent()).getUsableSpace() < RECORDS * RECORD_BYTES / 2;
    }
}
