package org.neuroward.lsl;

/**
 * Some samples of one stream, used again and again without garbage. Whole numbers are kept as {@code long}, others as
 * {@code double}, texts as they are. Belongs to one thread at a time.
 */
public final class SampleBatch {

    private static final int USUAL_VALUES = 64 << 10;
    private static final int MOST_SAMPLES = 1024;

    private final ChannelFormat format;
    private final int channels;
    private final double[] stamps;
    private final double[] reals;
    private final long[] integers;
    private final String[] texts;
    private int count;

    public SampleBatch(ChannelFormat format, int channels, int capacity) {
        this.format = format;
        this.channels = channels;
        this.stamps = new double[capacity];
        int values = Math.multiplyExact(capacity, channels);
        this.reals = new double[format.isReal() ? values : 0];
        this.integers = new long[format.isInteger() ? values : 0];
        this.texts = new String[format.isText() ? values : 0];
    }

    /** As many samples as fit into half a megabyte, at most 1024; texts one by one. */
    static SampleBatch forReading(StreamKind kind) {
        int capacity = kind.format().isText()
                ? 1
                : Math.clamp(USUAL_VALUES / Math.max(1, kind.channelCount()), 2, MOST_SAMPLES);
        return new SampleBatch(kind.format(), kind.channelCount(), capacity);
    }

    public ChannelFormat format() {
        return format;
    }

    public int channels() {
        return channels;
    }

    /** Samples in the batch. */
    public int count() {
        return count;
    }

    public int capacity() {
        return stamps.length;
    }

    public boolean isFull() {
        return count == stamps.length;
    }

    public void clear() {
        count = 0;
    }

    /** Begins a sample; its values are set next. Returns its place in the batch. */
    public int add(double stampSeconds) {
        stamps[count] = stampSeconds;
        return count++;
    }

    /** Begins a sample whose stamp follows from the one before and the nominal rate. */
    public int addDeduced() {
        return add(Double.NaN);
    }

    boolean isDeduced(int sample) {
        return Double.isNaN(stamps[sample]);
    }

    /** Seconds on the clock of the stream's program. */
    public double stamp(int sample) {
        return stamps[sample];
    }

    /** A number of any format that has numbers; whole numbers beyond 2^53 lose their last bits. */
    public double number(int sample, int channel) {
        int at = sample * channels + channel;
        return format.isReal() ? reals[at] : integers[at];
    }

    /** A whole number exactly. */
    public long integer(int sample, int channel) {
        return integers[sample * channels + channel];
    }

    /** A number of any format as a whole number. */
    public long wholeNumber(int sample, int channel) {
        return format.isReal() ? Math.round(number(sample, channel)) : integer(sample, channel);
    }

    public String text(int sample, int channel) {
        return texts[sample * channels + channel];
    }

    public void set(int sample, int channel, double value) {
        reals[sample * channels + channel] = value;
    }

    /** @throws IllegalArgumentException when the format does not hold the value */
    public void set(int sample, int channel, long value) {
        int unused = Long.SIZE - 8 * format.valueBytes();
        if (value << unused >> unused != value) {
            throw new IllegalArgumentException("a value must fit its format: " + value + " as " + format.xmlName());
        }
        setUnchecked(sample * channels + channel, value);
    }

    void setUnchecked(int at, long value) {
        integers[at] = value;
    }

    public void set(int sample, int channel, String text) {
        texts[sample * channels + channel] = text;
    }

    double[] reals() {
        return reals;
    }

    long[] integers() {
        return integers;
    }

    String[] texts() {
        return texts;
    }

    /** Leaves only the last sample, as the first. */
    void keepLast() {
        int last = count - 1;
        if (last > 0) {
            stamps[0] = stamps[last];
            if (format.isReal()) {
                System.arraycopy(reals, last * channels, reals, 0, channels);
            } else if (format.isInteger()) {
                System.arraycopy(integers, last * channels, integers, 0, channels);
            } else {
                System.arraycopy(texts, last * channels, texts, 0, channels);
            }
            count = 1;
        }
    }

    /** Hides the last sample; {@link #show} brings it back. */
    void hideLast() {
        count--;
    }

    void show() {
        count++;
    }
}
