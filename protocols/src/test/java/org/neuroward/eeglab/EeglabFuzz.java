package org.neuroward.eeglab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.neuroward.fuzz.FuzzInput;
import org.neuroward.fuzz.FuzzedReader;
import org.neuroward.samplematrix.MatrixJudge;

/** Datasets with their samples inside and beside them. Unpacked before they are spoilt, and now and then packed again. */
public final class EeglabFuzz implements FuzzedReader {

    private static final String DATASET = "rec.set";
    private static final String DATA = "rec.fdt";
    private static final Path FIXTURES = Path.of("src/test/resources/recordings/eeglab");
    private static final int HEADER_BYTES = 128;
    private static final int COMPRESSED = 15;
    private static final int MOST_UNPACKED = 1 << 20;

    @Override
    public String name() {
        return "eeglab";
    }

    @Override
    public List<FuzzInput> originals() throws IOException {
        var originals = new ArrayList<FuzzInput>();
        for (String fixture : List.of("inside", "joined", "fields", "beside")) {
            byte[] dataset = unpacked(Files.readAllBytes(FIXTURES.resolve(fixture + ".set")));
            FuzzInput input = FuzzInput.of(DATASET, dataset);
            // The reader looks for the dataset's own name when the one that it states is not there.
            originals.add(input.with(DATA, Files.readAllBytes(FIXTURES.resolve("beside.fdt"))));
        }
        return originals;
    }

    /** Every tag of an element is a field: type and size. */
    @Override
    public List<Field> fields(FuzzInput original) {
        var fields = new ArrayList<Field>();
        byte[] bytes = original.bytes(DATASET);
        for (int at = HEADER_BYTES; at + 8 <= bytes.length; at += 8) {
            int type = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
            if ((type & 0xFFFF) >= 1 && (type & 0xFFFF) <= 18 && type >>> 16 <= 4) {
                fields.add(new Field(DATASET, at, 4));
                fields.add(new Field(DATASET, at + 4, 4));
            }
        }
        return fields;
    }

    @Override
    public List<byte[]> words() {
        return Stream.concat(
                        Stream.of(
                                        0,
                                        1,
                                        2,
                                        3,
                                        5,
                                        6,
                                        7,
                                        9,
                                        14,
                                        15,
                                        16,
                                        17,
                                        18,
                                        8,
                                        48,
                                        56,
                                        60,
                                        0x7FFF_FFFF,
                                        -1,
                                        0x0004_0001)
                                .map(number -> ByteBuffer.allocate(4)
                                        .order(ByteOrder.LITTLE_ENDIAN)
                                        .putInt(number)
                                        .array()),
                        Stream.of("EEG", "data", "boundary", "MATLAB 7.3", "rec.fdt", "x.dat")
                                .map(text -> text.getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }

    /** One in four is packed, so that damage reaches what lies behind the packing. */
    @Override
    public void repair(FuzzInput damaged, Random random) {
        byte[] bytes = damaged.bytes(DATASET);
        if (bytes.length > HEADER_BYTES && random.nextInt(4) == 0) {
            try {
                damaged.with(DATASET, packed(bytes));
            } catch (IOException e) {
                throw new IllegalStateException("packing in memory cannot fail", e);
            }
        }
    }

    @Override
    public int weight() {
        return 2;
    }

    @Override
    public long allowedBytes(FuzzInput input) {
        // Packed bytes unpack to up to a thousand times as many, which are gone through in small pieces.
        return (32L << 20) + 2048L * input.size();
    }

    @Override
    public void read(FuzzInput input, Path folder) throws IOException {
        try (EeglabFile file = EeglabFile.recover(folder.resolve(DATASET))) {
            var judge = new MatrixJudge(file.recording());
            judge.notices(file.notices());
            judge.recording();
            if (file.files().size() > 1) {
                judge.data(Files.readAllBytes(file.files().getLast()));
            }
        }
    }

    @Override
    public boolean refuses(IOException e) {
        return e instanceof EeglabFormatException format
                && !format.sentence(Locale.ENGLISH).contains("{")
                && !format.sentence(Locale.CHINESE).contains("{");
    }

    private static byte[] packed(byte[] file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(file, HEADER_BYTES, file.length - HEADER_BYTES);
        }
        ByteBuffer packed = ByteBuffer.allocate(HEADER_BYTES + 8 + bytes.size()).order(ByteOrder.LITTLE_ENDIAN);
        return packed.put(file, 0, HEADER_BYTES)
                .putInt(COMPRESSED)
                .putInt(bytes.size())
                .put(bytes.toByteArray())
                .array();
    }

    /** The same file with its packed elements unpacked. */
    private static byte[] unpacked(byte[] file) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(file, 0, HEADER_BYTES);
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = HEADER_BYTES;
        while (at + 8 <= file.length) {
            int length = bytes.getInt(at + 4);
            if (bytes.getInt(at) == COMPRESSED) {
                out.write(inflated(Arrays.copyOfRange(file, at + 8, at + 8 + length)));
            } else {
                out.write(file, at, 8 + length);
            }
            at += 8 + length;
        }
        return out.toByteArray();
    }

    private static byte[] inflated(byte[] packed) {
        var inflater = new Inflater();
        inflater.setInput(packed);
        byte[] into = new byte[MOST_UNPACKED];
        try {
            return Arrays.copyOf(into, inflater.inflate(into));
        } catch (DataFormatException e) {
            throw new IllegalStateException("fixtures are packed soundly", e);
        } finally {
            inflater.end();
        }
    }
}
