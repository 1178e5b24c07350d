package org.neuroward.eeglab;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.neuroward.eeglab.MatInput.Tag;

/**
 * Goes once through a MAT file of version 5 in constant memory, before anything of it is held: every size must be true, and
 * all of them together within bounds. A few hundred kilobytes may unpack to terabytes, and a size of four bytes may claim two
 * gigabytes.
 *
 * <p>Source: "MAT-File Format", The MathWorks, R2023b.
 */
final class MatCheck {

    /** Bytes of all variables, unpacked. */
    static final long MOST_BYTES = 512L << 20;

    /** Values within structures and cells. */
    static final int MOST_VALUES = 1_000_000;

    private static final int MOST_NESTED = 32;
    private static final int HEADER_BYTES = 128;

    private int values;

    private MatCheck() {}

    /** @throws EeglabFormatException when the file is not what a reader may hold in memory */
    static void check(Path path) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            byte[] header = in.readNBytes(HEADER_BYTES);
            new MatCheck().variables(new MatInput(in, bigEndian(header), new MatInput.Budget()));
        } catch (EOFException | ZipException e) {
            throw damaged();
        }
    }

    private static boolean bigEndian(byte[] header) throws EeglabFormatException {
        String text = new String(header, StandardCharsets.ISO_8859_1);
        if (text.startsWith("MATLAB 7.3") || text.startsWith("\u0089HDF")) {
            throw new EeglabFormatException(EeglabProblem.MATLAB_73, Map.of());
        }
        if (!text.startsWith("MATLAB 5.0") || header.length < HEADER_BYTES) {
            throw new EeglabFormatException(EeglabProblem.NOT_MATLAB_5, Map.of());
        }
        return switch (text.substring(HEADER_BYTES - 2)) {
            case "IM" -> false;
            case "MI" -> true;
            case String other -> throw new EeglabFormatException(EeglabProblem.NOT_MATLAB_5, Map.of());
        };
    }

    private void variables(MatInput in) throws IOException {
        while (!in.atEnd()) {
            Tag tag = in.tag();
            if (tag.type() == Tag.COMPRESSED) {
                compressed(in, tag);
            } else if (tag.type() == Tag.MATRIX) {
                matrix(in, tag.bytes(), 1);
            } else {
                throw damaged();
            }
        }
    }

    private void compressed(MatInput in, Tag tag) throws IOException {
        // The bytes are read twice, packed and unpacked; both count.
        var packed = new InputStream() {
            private long left = tag.bytes();

            @Override
            public int read() throws IOException {
                return left-- > 0 ? in.read(1)[0] & 0xFF : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int count = (int) Math.min(left, length);
                if (count <= 0) {
                    return length == 0 ? 0 : -1;
                }
                System.arraycopy(in.read(count), 0, into, from, count);
                left -= count;
                return count;
            }
        };
        MatInput inner = in.within(new BufferedInputStream(new InflaterInputStream(packed)));
        Tag first = inner.tag();
        if (first.type() != Tag.MATRIX) {
            throw damaged();
        }
        matrix(inner, first.bytes(), 1);
        packed.skipNBytes(packed.left);
    }

    private void matrix(MatInput in, long bytes, int nested) throws IOException {
        values++;
        if (nested > MOST_NESTED || values > MOST_VALUES) {
            throw new EeglabFormatException(EeglabProblem.TOO_MUCH, Map.of("limit", MOST_VALUES));
        }
        long end = in.position() + bytes;
        var shape = new MatShape();
        while (in.position() < end) {
            Tag tag = in.tag();
            if (tag.stored() > end - in.position()) {
                throw damaged();
            }
            if (tag.type() == Tag.MATRIX) {
                matrix(in, tag.bytes(), nested + 1);
                shape.addValue();
            } else {
                byte[] start = in.read((int) Math.min(tag.stored(), MatShape.LOOKED_AT));
                in.skip(tag.stored() - start.length);
                shape.addElement(in, tag, start);
            }
        }
        if (shape.isOpaque()) {
            throw new EeglabFormatException(EeglabProblem.MATLAB_OBJECTS, Map.of());
        }
        if (in.position() != end || !shape.isTrue(bytes)) {
            throw damaged();
        }
    }

    private static EeglabFormatException damaged() {
        return new EeglabFormatException(EeglabProblem.DAMAGED, Map.of());
    }
}
