package org.neuroward.lsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes of feeds that were captured from liblsl 1.17.7. */
class FeedVectorsTest {

    private static final int CHANNELS = 3;

    private static StreamKind kind(ChannelFormat format) {
        return new StreamKind("T1", "EEG", CHANNELS, format, "src1", 250);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static FeedInput input(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return new FeedInput(new ByteArrayInputStream(all.toByteArray()));
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT32,  02 C976BE9F0C24FE40 00008040 0000A0C0 0000C040, 02 C976BE9F0C24FE40 00000040 000040C0 00008040",
        "DOUBLE64, 02 C976BE9F0C24FE40 0000005000007041 00000060000070C1 0000007000007041,",
        "INT32,    02 C976BE9F0C24FE40 05000100 FAFFFEFF 07000100,",
        "INT16,    02 C976BE9F0C24FE40 0501 FAFE 0701,",
        "INT8,     02 C976BE9F0C24FE40 05 FA 07,",
        "INT64,    02 C976BE9F0C24FE40 0500008000000000 FAFFFF7FFFFFFFFF 0700008000000000,",
        "STRING,   02 C976BE9F0C24FE40 01023130 01032D3131 01023132, 02 C976BE9F0C24FE40 01023130 01032D3131 01023132"
    })
    void testPatternsHaveTheBytesOfLiblsl(ChannelFormat format, String first, String second) throws IOException {
        byte[] written = written(new PlainWriter(format, ByteOrder.LITTLE_ENDIAN), TestPattern.samples(kind(format)));

        byte[] expected = bytes(second == null ? first : first + second);
        assertThat(java.util.Arrays.copyOf(written, expected.length)).isEqualTo(expected);
        var read = new SampleBatch(format, CHANNELS, TestPattern.COUNT);
        FeedInput in = input(written);
        var reader = new PlainReader(kind(format), ByteOrder.LITTLE_ENDIAN);
        reader.read(in, read);
        reader.read(in, read);
        TestPattern.check(kind(format), read);
    }

    @Test
    void bigEndianTestPatternsHaveTheBytesOfLiblsl() throws IOException {
        byte[] expected = bytes("02 40FE240C9FBE76C9 40800000 C0A00000 40C00000");

        byte[] written = written(
                new PlainWriter(ChannelFormat.FLOAT32, ByteOrder.BIG_ENDIAN),
                TestPattern.samples(kind(ChannelFormat.FLOAT32)));

        assertThat(java.util.Arrays.copyOf(written, expected.length)).isEqualTo(expected);
        var read = new SampleBatch(ChannelFormat.FLOAT32, CHANNELS, 1);
        new PlainReader(kind(ChannelFormat.FLOAT32), ByteOrder.BIG_ENDIAN).read(input(expected), read);
        assertThat(read.stamp(0)).isEqualTo(123456.789);
        assertThat(IntStream.range(0, 3).mapToDouble(channel -> read.number(0, channel)))
                .containsExactly(4.0, -5.0, 6.0);
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT32, 0102 08C976BE9F0C24FE40 0400008040 040000A0C0 040000C040",
        "INT16,   0102 08C976BE9F0C24FE40 020501 FEFAFE 020701",
        "INT64,   0102 08C976BE9F0C24FE40 0405000080 FCFAFFFF7F 0407000080"
    })
    void archivesHaveTheBytesOfLiblsl(ChannelFormat format, String sample) throws IOException {
        var out = new ByteArrayOutputStream();
        StreamDescription description = DescriptionTest.description(format);
        ArchiveWriter writer = ArchiveWriter.open(description, out);
        byte[] head = out.toByteArray();
        out.reset();

        write(writer, TestPattern.samples(description.kind()), out);

        byte[] expected = bytes("0000" + sample);
        assertThat(java.util.Arrays.copyOf(head, 3)).isEqualTo(bytes("7F 0109"));
        assertThat(java.util.Arrays.copyOf(out.toByteArray(), expected.length)).isEqualTo(expected);
        FeedInput in = input(head, out.toByteArray());
        var read = new SampleBatch(format, CHANNELS, TestPattern.COUNT);
        ArchiveReader reader = ArchiveReader.open(in, description);
        reader.read(in, read);
        reader.read(in, read);
        TestPattern.check(description.kind(), read);
    }

    @Test
    void aTextMayHaveALengthOfOneTwoFourOrEightBytes() throws IOException {
        byte[] first = bytes("01" + "0100" + "02 0300 616263" + "04 01000000 00");
        var read = new SampleBatch(ChannelFormat.STRING, CHANNELS, 2);
        FeedInput in = input(first, bytes("01" + "08 0200000000000000 C3A9" + "0100" + "0100"));
        var reader = new PlainReader(kind(ChannelFormat.STRING), ByteOrder.LITTLE_ENDIAN);

        reader.read(in, read);
        reader.read(in, read);

        assertThat(read.text(0, 0)).isEmpty();
        assertThat(read.text(0, 1)).isEqualTo("abc");
        assertThat(read.text(0, 2)).isEqualTo("\0");
        assertThat(read.text(1, 0)).isEqualTo("é");
        assertThat(read.stamp(1)).isEqualTo(2 / 250.0);
    }

    @ParameterizedTest
    @CsvSource({"08 FFFFFFFFFFFFFFFF", "04 01001000", "08 0000000001000000", "03 000000", "00"})
    void aTextThatIsTooLongOrHasNoLengthIsRefused(String length) {
        var read = new SampleBatch(ChannelFormat.STRING, CHANNELS, 1);
        var reader = new PlainReader(kind(ChannelFormat.STRING), ByteOrder.LITTLE_ENDIAN);

        assertThatThrownBy(() -> reader.read(input(bytes("01"), bytes(length)), read))
                .isInstanceOf(LslException.class);
    }

    @Test
    void aTextOfOneMebibyteIsRead() throws IOException {
        byte[] text = new byte[1 << 20];
        java.util.Arrays.fill(text, (byte) 'x');
        var read = new SampleBatch(ChannelFormat.STRING, 1, 1);
        var reader = new PlainReader(new StreamKind("T", "M", 1, ChannelFormat.STRING, "", 0), ByteOrder.LITTLE_ENDIAN);

        reader.read(input(bytes("01 04 00001000"), text), read);

        assertThat(read.text(0, 0)).isEqualTo("x".repeat(1 << 20));
    }

    @Test
    void anArchivedNumberWithTooManyBytesIsRefused() throws IOException {
        StreamDescription description = DescriptionTest.description(ChannelFormat.INT16);
        var out = new ByteArrayOutputStream();
        ArchiveWriter.open(description, out);
        FeedInput in = input(out.toByteArray(), bytes("0000 0101 03000000"));
        ArchiveReader reader = ArchiveReader.open(in, description);

        assertThatThrownBy(() -> reader.read(in, new SampleBatch(ChannelFormat.INT16, CHANNELS, 1)))
                .isInstanceOf(LslException.class);
    }

    private static byte[] written(SampleWriter writer, SampleBatch batch) {
        var out = new ByteArrayOutputStream();
        write(writer, batch, out);
        return out.toByteArray();
    }

    private static void write(SampleWriter writer, SampleBatch batch, ByteArrayOutputStream out) {
        for (int i = 0; i < batch.count(); i++) {
            byte[] values = PlainValues.encode(batch, i, null);
            writer.write(batch.stamp(i), false, values, values.length, out);
        }
    }
}
