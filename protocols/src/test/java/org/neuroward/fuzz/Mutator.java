package org.neuroward.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Damages inputs: the same random numbers give the same damage. */
final class Mutator {

    private static final int LARGEST_FILE = 1 << 17;

    private static final List<byte[]> NUMBERS = List.of(
                    "0",
                    "-0",
                    "1",
                    "-1",
                    "2",
                    "3",
                    "00000001",
                    "99999999",
                    "-9999999",
                    "32767",
                    "32768",
                    "-32768",
                    "65536",
                    "8388607",
                    "2147483647",
                    "-2147483648",
                    "4294967296",
                    "9223372036854775807",
                    "1e9",
                    "1e308",
                    "-1e308",
                    "1e-320",
                    "9.9e99",
                    "1e400",
                    "NaN",
                    "Infinity",
                    "-",
                    "+",
                    ".",
                    "1,5",
                    "0x10",
                    "1.",
                    ".5",
                    "1e",
                    "0.0000001",
                    "1E-9",
                    " 7",
                    "7 7",
                    "",
                    "        ",
                    "٣")
            .stream()
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    private final FuzzedReader reader;
    private final List<FuzzInput> originals;
    private final List<List<FuzzedReader.Field>> fields;
    /** Numbers of the smaller half: the larger ones take most of the time and say little that these do not. */
    private final List<Integer> small;

    Mutator(FuzzedReader reader, List<FuzzInput> originals) {
        this.reader = reader;
        this.originals = originals;
        this.fields = originals.stream().map(reader::fields).toList();
        int[] sizes = originals.stream().mapToInt(FuzzInput::size).sorted().toArray();
        this.small = IntStream.range(0, originals.size())
                .filter(number -> originals.get(number).size() <= sizes[sizes.length / 2])
                .boxed()
                .toList();
    }

    FuzzInput input(Random random) {
        int number =
                random.nextInt(16) == 0 ? random.nextInt(originals.size()) : small.get(random.nextInt(small.size()));
        FuzzInput input = originals.get(number).copy();
        // One change in half of the inputs, many in few: most readers stop at the first thing that they refuse.
        for (int changes = 1 + Integer.numberOfTrailingZeros(random.nextInt() | 1 << 5); changes > 0; changes--) {
            change(input, number, random);
        }
        reader.repair(input, random);
        return input;
    }

    private void change(FuzzInput input, int number, Random random) {
        List<FuzzedReader.Field> known = fields.get(number);
        if (!known.isEmpty() && random.nextInt(3) > 0) {
            changeField(input, known, random);
            return;
        }
        String name = input.names().get(random.nextInt(input.names().size()));
        byte[] bytes = input.bytes(name);
        byte[] changed =
                switch (random.nextInt(9)) {
                    case 0, 1 -> flip(bytes, random);
                    case 2 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
                    case 3 -> spliced(bytes, other(name, random), random);
                    case 4 -> repeated(bytes, random);
                    case 5 -> without(bytes, random);
                    case 6 -> extreme(bytes, random);
                    case 7 -> overwritten(bytes, word(random), random);
                    case 8 -> inserted(bytes, word(random), random);
                    default -> throw new IllegalStateException();
                };
        input.with(name, changed.length > LARGEST_FILE ? Arrays.copyOf(changed, LARGEST_FILE) : changed);
    }

    /** A field takes a number or a word, blanks behind it; or what another field of the same file holds. */
    private void changeField(FuzzInput input, List<FuzzedReader.Field> known, Random random) {
        FuzzedReader.Field field = known.get(random.nextInt(known.size()));
        byte[] bytes = input.bytes(field.file());
        byte[] value = word(random);
        if (random.nextInt(6) == 0) {
            FuzzedReader.Field from = known.get(random.nextInt(known.size()));
            byte[] source = input.bytes(from.file());
            int start = Math.min(from.offset(), source.length);
            value = Arrays.copyOfRange(source, start, Math.min(source.length, start + from.length()));
        }
        for (int i = 0; i < field.length() && field.offset() + i < bytes.length; i++) {
            bytes[field.offset() + i] = i < value.length ? value[i] : (byte) ' ';
        }
    }

    private byte[] word(Random random) {
        List<byte[]> own = reader.words();
        if (!own.isEmpty() && random.nextBoolean()) {
            return own.get(random.nextInt(own.size()));
        }
        return random.nextInt(4) == 0
                ? String.valueOf(random.nextInt(2_000) - 500).getBytes(StandardCharsets.US_ASCII)
                : NUMBERS.get(random.nextInt(NUMBERS.size()));
    }

    private byte[] other(String name, Random random) {
        byte[] other = originals.get(random.nextInt(originals.size())).bytes(name);
        return other == null ? new byte[0] : other;
    }

    private static byte[] flip(byte[] bytes, Random random) {
        if (bytes.length > 0) {
            int at = random.nextInt(bytes.length);
            bytes[at] = random.nextBoolean() ? (byte) (bytes[at] ^ 1 << random.nextInt(8)) : (byte) random.nextInt();
        }
        return bytes;
    }

    private static byte[] spliced(byte[] head, byte[] tail, Random random) {
        int headBytes = random.nextInt(head.length + 1);
        int from = random.nextBoolean() ? Math.min(headBytes, tail.length) : random.nextInt(tail.length + 1);
        byte[] both = Arrays.copyOf(head, headBytes + tail.length - from);
        System.arraycopy(tail, from, both, headBytes, tail.length - from);
        return both;
    }

    private static byte[] repeated(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - from, 1 + random.nextInt(random.nextBoolean() ? 16 : 512));
        return inserted(bytes, Arrays.copyOfRange(bytes, from, from + length), random);
    }

    private static byte[] without(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 8 : 300));
        byte[] rest = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    /** Ends of the ranges of binary integers and floating-point numbers, in either byte order. */
    private static byte[] extreme(byte[] bytes, Random random) {
        int width = 1 << random.nextInt(4);
        long value =
                switch (random.nextInt(6)) {
                    case 0 -> 0;
                    case 1 -> -1;
                    case 2 -> 1L << (8 * width - 1);
                    case 3 -> (1L << (8 * width - 1)) - 1;
                    case 4 -> width == 4 ? Float.floatToIntBits(Float.NaN) : Double.doubleToLongBits(Double.NaN);
                    case 5 -> random.nextInt(256);
                    default -> throw new IllegalStateException();
                };
        boolean bigEndian = random.nextInt(4) == 0;
        int at = random.nextInt(bytes.length + 1);
        for (int i = 0; i < width && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >> 8 * (bigEndian ? width - 1 - i : i));
        }
        return bytes;
    }

    private static byte[] overwritten(byte[] bytes, byte[] word, Random random) {
        int at = random.nextInt(bytes.length + 1);
        System.arraycopy(word, 0, bytes, at, Math.min(word.length, bytes.length - at));
        return bytes;
    }

    private static byte[] inserted(byte[] bytes, byte[] word, Random random) {
        int at = random.nextInt(bytes.length + 1);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + word.length);
        System.arraycopy(word, 0, longer, at, word.length);
        System.arraycopy(bytes, at, longer, at + word.length, bytes.length - at);
        return longer;
    }
}
