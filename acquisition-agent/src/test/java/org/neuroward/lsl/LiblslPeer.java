package org.neuroward.lsl;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * liblsl in a process of its own, so that a crash of native code ends no test run. Takes one line of orders after the other on
 * its input, and answers each by lines that end with {@code .} alone.
 */
final class LiblslPeer {

    private static final double DEDUCED = -1;

    private final Liblsl lsl;
    private final PrintStream out;
    private final IntByReference error = new IntByReference();
    private final Map<String, Pointer> streams = new HashMap<>();
    private Pointer outlet;
    private Pointer inlet;
    private ChannelFormat format;

    private LiblslPeer(Liblsl lsl, PrintStream out) {
        this.lsl = lsl;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var peer = new LiblslPeer(Liblsl.load(Path.of(arguments[0])), out);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            peer.obey(line.split(" "));
            out.println(".");
        }
        // liblsl's threads would keep the process.
        Runtime.getRuntime().halt(0);
    }

    private void obey(String[] words) {
        switch (words[0]) {
            case "version" -> out.println(lsl.lsl_library_version());
            case "clock" -> out.println(lsl.lsl_local_clock());
            case "outlet" -> openOutlet(words[1], ChannelFormat.valueOf(words[2]));
            case "consumers" -> out.println(lsl.lsl_wait_for_consumers(outlet, 10));
            case "push" -> push();
            case "stream" -> stream(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "destroy-outlet" -> lsl.lsl_destroy_outlet(outlet);
            case "resolve" -> resolve(Integer.parseInt(words[1]));
            case "inlet" -> openInlet(words[1]);
            case "pull" -> pull(Integer.parseInt(words[1]));
            case "correction" -> out.println(lsl.lsl_time_correction(inlet, 10, error));
            case "destroy-inlet" -> lsl.lsl_destroy_inlet(inlet);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void openOutlet(String name, ChannelFormat channelFormat) {
        format = channelFormat;
        Pointer info = lsl.lsl_create_streaminfo(
                name, "EEG", InteropSamples.CHANNELS, InteropSamples.HERTZ, format.ordinal() + 1, "source of " + name);
        Pointer channels = lsl.lsl_append_child(lsl.lsl_get_desc(info), "channels");
        for (int channel = 0; channel < InteropSamples.CHANNELS; channel++) {
            Pointer element = lsl.lsl_append_child(channels, "channel");
            lsl.lsl_append_child_value(element, "label", "C" + channel);
            lsl.lsl_append_child_value(element, "unit", "microvolts");
            lsl.lsl_append_child_value(element, "type", "EEG");
        }
        outlet = lsl.lsl_create_outlet(info, 0, 360);
    }

    private void push() {
        for (int sample = 0; sample < InteropSamples.SAMPLES; sample++) {
            double stamp = InteropSamples.isDeduced(sample) ? DEDUCED : InteropSamples.stamp(sample);
            push(sample, stamp);
        }
    }

    /** Samples at {@code hertz} whose first channel counts. */
    private void stream(int count, int hertz) {
        long start = System.nanoTime();
        float[] values = new float[InteropSamples.CHANNELS];
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / hertz;
            while (System.nanoTime() < due) {
                Thread.onSpinWait();
            }
            values[0] = i;
            lsl.lsl_push_sample_ft(outlet, values, lsl.lsl_local_clock());
        }
    }

    private void push(int sample, double stamp) {
        int channels = InteropSamples.CHANNELS;
        switch (format) {
            case FLOAT32 -> {
                float[] values = new float[channels];
                for (int i = 0; i < channels; i++) {
                    values[i] = (float) InteropSamples.real(format, sample, i);
                }
                lsl.lsl_push_sample_ft(outlet, values, stamp);
            }
            case DOUBLE64 -> {
                double[] values = new double[channels];
                for (int i = 0; i < channels; i++) {
                    values[i] = InteropSamples.real(format, sample, i);
                }
                lsl.lsl_push_sample_dt(outlet, values, stamp);
            }
            case STRING -> {
                String[] values = new String[channels];
                for (int i = 0; i < channels; i++) {
                    values[i] = InteropSamples.text(sample, i);
                }
                lsl.lsl_push_sample_strt(outlet, values, stamp);
            }
            case INT32 -> {
                int[] values = new int[channels];
                for (int i = 0; i < channels; i++) {
                    values[i] = (int) InteropSamples.integer(format, sample, i);
                }
                lsl.lsl_push_sample_it(outlet, values, stamp);
            }
            case INT16 -> {
                short[] values = new short[channels];
                for (int i = 0; i < channels; i++) {
                    values[i] = (short) InteropSamples.integer(format, sample, i);
                }
                lsl.lsl_push_sample_st(outlet, values, stamp);
            }
            case INT8 -> {
                byte[] values = new byte[channels];
                for (int i = 0; i < channels; i++) {
                    values[i] = (byte) InteropSamples.integer(format, sample, i);
                }
                lsl.lsl_push_sample_ct(outlet, values, stamp);
            }
            case INT64 -> {
                long[] values = new long[channels];
                for (int i = 0; i < channels; i++) {
                    values[i] = InteropSamples.integer(format, sample, i);
                }
                lsl.lsl_push_sample_lt(outlet, values, stamp);
            }
        }
    }

    private void resolve(int least) {
        Pointer[] found = new Pointer[2 * least];
        int count = lsl.lsl_resolve_byprop(found, found.length, "type", "EEG", least, 15);
        for (int i = 0; i < count; i++) {
            streams.put(lsl.lsl_get_name(found[i]), found[i]);
        }
        out.println(streams.size());
    }

    private void openInlet(String name) {
        inlet = lsl.lsl_create_inlet(streams.get(name), 360, 0, 0);
        String xml = lsl.lsl_get_xml(lsl.lsl_get_fullinfo(inlet, 10, error));
        out.println(xml.replaceAll("\\s*\n\\s*", ""));
        format = ChannelFormat.find(xml.replaceAll("(?s).*<channel_format>(\\w+)<.*", "$1"))
                .orElseThrow();
        lsl.lsl_open_stream(inlet, 10, error);
        out.println(error.getValue());
    }

    private void pull(int samples) {
        for (int i = 0; i < samples; i++) {
            List<String> words = new ArrayList<>();
            words.add("");
            double stamp = pull(words);
            if (stamp == 0) {
                return;
            }
            words.set(0, Double.toHexString(stamp));
            out.println(String.join(" ", words));
        }
    }

    /** The stamp, or 0 when nothing came in time. */
    private double pull(List<String> words) {
        int n = InteropSamples.CHANNELS;
        double stamp;
        switch (format) {
            case FLOAT32 -> {
                float[] values = new float[n];
                stamp = lsl.lsl_pull_sample_f(inlet, values, n, 10, error);
                for (float value : values) {
                    words.add(Double.toHexString(value));
                }
            }
            case DOUBLE64 -> {
                double[] values = new double[n];
                stamp = lsl.lsl_pull_sample_d(inlet, values, n, 10, error);
                for (double value : values) {
                    words.add(Double.toHexString(value));
                }
            }
            case STRING -> {
                Pointer[] values = new Pointer[n];
                stamp = lsl.lsl_pull_sample_str(inlet, values, n, 10, error);
                for (Pointer value : values) {
                    words.add(value == null ? "null" : InteropSamples.quoted(value.getString(0, "UTF-8")));
                }
            }
            case INT32 -> {
                int[] values = new int[n];
                stamp = lsl.lsl_pull_sample_i(inlet, values, n, 10, error);
                for (int value : values) {
                    words.add(Integer.toString(value));
                }
            }
            case INT16 -> {
                short[] values = new short[n];
                stamp = lsl.lsl_pull_sample_s(inlet, values, n, 10, error);
                for (short value : values) {
                    words.add(Short.toString(value));
                }
            }
            case INT8 -> {
                byte[] values = new byte[n];
                stamp = lsl.lsl_pull_sample_c(inlet, values, n, 10, error);
                for (byte value : values) {
                    words.add(Byte.toString(value));
                }
            }
            case INT64 -> {
                long[] values = new long[n];
                stamp = lsl.lsl_pull_sample_l(inlet, values, n, 10, error);
                for (long value : values) {
                    words.add(Long.toString(value));
                }
            }
            default -> throw new AssertionError(format);
        }
        return stamp;
    }
}
