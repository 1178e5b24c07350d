package org.neuroward.lsl;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.nio.file.Files;
import java.nio.file.Path;

/** liblsl's outlet and inlet, called by JNA, whose calls take about a microsecond each. */
final class LiblslLoop implements StreamLoop {

    /** What is called of {@code lsl_c.h}. */
    interface Liblsl extends Library {
        Pointer lsl_create_streaminfo(
                String name, String type, int channels, double hertz, int format, String sourceId);

        Pointer lsl_create_outlet(Pointer info, int unused, int maxBuffered);

        int lsl_wait_for_consumers(Pointer outlet, double timeout);

        int lsl_push_chunk_f(Pointer outlet, Pointer values, NativeLong count);

        int lsl_resolve_byprop(Pointer[] found, int most, String property, String value, int least, double timeout);

        Pointer lsl_create_inlet(Pointer info, int maxSeconds, int maxChunk, int recover);

        void lsl_open_stream(Pointer inlet, double timeout, IntByReference error);

        NativeLong lsl_pull_chunk_f(
                Pointer inlet,
                Pointer values,
                Pointer stamps,
                NativeLong mostValues,
                NativeLong mostStamps,
                double timeout,
                IntByReference error);

        double lsl_pull_sample_f(Pointer inlet, Pointer values, int count, double timeout, IntByReference error);
    }

    private static final Path LIBRARY =
            Path.of(System.getProperty("user.home"), ".cache", "neuroward", "node-lsl-0.1.0", "liblsl64.so");

    private final Liblsl lsl = Native.load(LIBRARY.toString(), Liblsl.class);
    private final Pointer outlet;
    private final Memory pushed = new Memory(100L * CHANNELS * Float.BYTES);
    private volatile long received;

    LiblslLoop() {
        String name = "bench-" + ProcessHandle.current().pid();
        Pointer info = lsl.lsl_create_streaminfo(name, "EEG", CHANNELS, HERTZ, 1, "");
        outlet = lsl.lsl_create_outlet(info, 0, 360);
        Pointer[] found = new Pointer[1];
        if (lsl.lsl_resolve_byprop(found, 1, "name", name, 1, 20) < 1) {
            throw new IllegalStateException("liblsl does not find its own stream");
        }
        Pointer inlet = lsl.lsl_create_inlet(found[0], 360, 0, 0);
        lsl.lsl_open_stream(inlet, 10, new IntByReference());
        lsl.lsl_wait_for_consumers(outlet, 10);
        Thread.ofPlatform().daemon().start(() -> pull(inlet));
    }

    static boolean isHere() {
        return Files.isRegularFile(LIBRARY);
    }

    /** Waits for a sample, then takes all that are there. */
    private void pull(Pointer inlet) {
        var error = new IntByReference();
        var values = new Memory(1024L * CHANNELS * Float.BYTES);
        var stamps = new Memory(1024L * Double.BYTES);
        while (true) {
            if (lsl.lsl_pull_sample_f(inlet, values, CHANNELS, 1, error) != 0) {
                received++;
                long count = lsl.lsl_pull_chunk_f(
                                inlet, values, stamps, new NativeLong(1024L * CHANNELS), new NativeLong(1024), 0, error)
                        .longValue();
                received += count / CHANNELS;
            }
        }
    }

    @Override
    public void push(int samples) {
        for (int i = 0; i < samples * CHANNELS; i++) {
            pushed.setFloat((long) i * Float.BYTES, i % CHANNELS * 1.5f);
        }
        lsl.lsl_push_chunk_f(outlet, pushed, new NativeLong((long) samples * CHANNELS));
    }

    @Override
    public long received() {
        return received;
    }

    /** The process ends with it: liblsl's threads would wait for each other. */
    @Override
    public void close() {}
}
