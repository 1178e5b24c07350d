package org.neuroward.lsl;

/** The two samples with which every feed begins; they are no data, but show that both sides read numbers alike. */
final class TestPattern {

    static final double STAMP = 123456.789;
    static final int FIRST_OFFSET = 4;
    static final int SECOND_OFFSET = 2;
    static final int COUNT = 2;

    private TestPattern() {}

    /** Both samples. */
    static SampleBatch samples(StreamKind kind) {
        var batch = new SampleBatch(kind.format(), kind.channelCount(), COUNT);
        for (int offset : new int[] {FIRST_OFFSET, SECOND_OFFSET}) {
            int sample = batch.add(STAMP);
            for (int channel = 0; channel < kind.channelCount(); channel++) {
                set(batch, sample, channel, offset);
            }
        }
        return batch;
    }

    private static void set(SampleBatch batch, int sample, int channel, int offset) {
        int sign = channel % 2 == 1 ? -1 : 1;
        long place = channel + offset;
        switch (batch.format()) {
            case FLOAT32 -> batch.set(sample, channel, (double) (sign * place));
            case DOUBLE64 -> batch.set(sample, channel, (double) (sign * (place + 16_777_217L)));
            case INT32 -> batch.set(sample, channel, sign * ((place + 65_537) % 2_147_483_647));
            case INT16 -> batch.set(sample, channel, sign * ((place + 257) % 32_767));
            case INT8 -> batch.set(sample, channel, sign * ((place + 1) % 127));
            case INT64 -> batch.set(sample, channel, sign * (place + 2_147_483_649L));
            case STRING -> batch.set(sample, channel, Integer.toString(sign * (channel + 10)));
        }
    }

    static void check(StreamKind kind, SampleBatch received) throws LslException {
        SampleBatch expected = samples(kind);
        for (int sample = 0; sample < COUNT; sample++) {
            if (received.stamp(sample) != expected.stamp(sample)) {
                throw new LslException("a feed starts with test patterns: stamp=" + received.stamp(sample));
            }
            for (int channel = 0; channel < kind.channelCount(); channel++) {
                if (!same(expected, received, sample, channel)) {
                    throw new LslException("a test pattern was not read as it should be: channel=" + channel);
                }
            }
        }
    }

    private static boolean same(SampleBatch expected, SampleBatch received, int sample, int channel) {
        return expected.format().isText()
                ? expected.text(sample, channel).equals(received.text(sample, channel))
                : expected.number(sample, channel) == received.number(sample, channel);
    }
}
