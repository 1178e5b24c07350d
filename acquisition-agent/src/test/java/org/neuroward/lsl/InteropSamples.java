package org.neuroward.lsl;

import java.util.ArrayList;
import java.util.List;

/** What both sides of an interoperability test send and expect, by a formula that each computes for itself. */
final class InteropSamples {

    static final int SAMPLES = 40;
    static final int CHANNELS = 8;
    static final double HERTZ = 250;
    static final double FIRST_STAMP = 5000.125;

    private InteropSamples() {}

    /** Some stamps are left out on the wire: those of samples whose number is no multiple of four. */
    static boolean isDeduced(int sample) {
        return sample % 4 != 0;
    }

    /** A stamp that is left out follows the one before at the nominal rate. */
    static double stamp(int sample) {
        double stamp = FIRST_STAMP + (sample - sample % 4) * 0.5;
        for (int i = 0; i < sample % 4; i++) {
            stamp += 1 / HERTZ;
        }
        return stamp;
    }

    /** A whole number of the format's range, negative ones and both ends among them. */
    static long integer(ChannelFormat format, int sample, int channel) {
        int bits = 8 * format.valueBytes();
        long largest = bits == 64 ? Long.MAX_VALUE : (1L << bits - 1) - 1;
        return switch ((sample + channel) % 5) {
            case 0 -> largest - sample;
            case 1 -> -largest - 1 + sample;
            case 2 -> channel - sample;
            case 3 -> 0;
            default -> (1L << channel) % largest;
        };
    }

    static double real(ChannelFormat format, int sample, int channel) {
        double value =
                switch ((sample + channel) % 5) {
                    case 0 -> -0.0;
                    case 1 -> Math.scalb(1.0 + channel / 8.0, sample - 20);
                    case 2 -> -(sample * 100.0 + channel) / 3;
                    case 3 -> 0;
                    default -> 16_777_215 - sample;
                };
        return format == ChannelFormat.FLOAT32 ? (float) value : value;
    }

    static String text(int sample, int channel) {
        return switch ((sample + channel) % 4) {
            case 0 -> "";
            case 1 -> "marker " + sample + "/" + channel;
            case 2 -> "眼睛闭合 µV " + sample;
            default -> "x".repeat(300 + sample);
        };
    }

    /** A sample in words: stamp and values, exactly. */
    static String line(ChannelFormat format, int sample) {
        List<String> words = new ArrayList<>();
        words.add(Double.toHexString(stamp(sample)));
        for (int channel = 0; channel < CHANNELS; channel++) {
            if (format.isText()) {
                words.add(quoted(text(sample, channel)));
            } else if (format.isReal()) {
                words.add(Double.toHexString(real(format, sample, channel)));
            } else {
                words.add(Long.toString(integer(format, sample, channel)));
            }
        }
        return String.join(" ", words);
    }

    static String quoted(String text) {
        return "'" + java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static List<String> lines(ChannelFormat format) {
        return java.util.stream.IntStream.range(0, SAMPLES)
                .mapToObj(sample -> line(format, sample))
                .toList();
    }

    /** A received sample in the same words. */
    static String line(SampleBatch batch, int sample) {
        List<String> words = new ArrayList<>();
        words.add(Double.toHexString(batch.stamp(sample)));
        for (int channel = 0; channel < batch.channels(); channel++) {
            if (batch.format().isText()) {
                words.add(quoted(batch.text(sample, channel)));
            } else if (batch.format().isReal()) {
                words.add(Double.toHexString(batch.number(sample, channel)));
            } else {
                words.add(Long.toString(batch.integer(sample, channel)));
            }
        }
        return String.join(" ", words);
    }

    static SampleBatch batch(ChannelFormat format) {
        var batch = new SampleBatch(format, CHANNELS, SAMPLES);
        for (int sample = 0; sample < SAMPLES; sample++) {
            int at = isDeduced(sample) ? batch.addDeduced() : batch.add(stamp(sample));
            for (int channel = 0; channel < CHANNELS; channel++) {
                if (format.isText()) {
                    batch.set(at, channel, text(sample, channel));
                } else if (format.isReal()) {
                    batch.set(at, channel, real(format, sample, channel));
                } else {
                    batch.set(at, channel, integer(format, sample, channel));
                }
            }
        }
        return batch;
    }
}
