package org.neuroward.lsl;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.nio.file.Path;
import java.util.Map;

/** The functions of liblsl that its tests use; signatures from {@code lsl_c.h} of liblsl 1.12. */
interface Liblsl extends Library {

    static Liblsl load(Path library) {
        return Native.load(library.toString(), Liblsl.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
    }

    int lsl_library_version();

    double lsl_local_clock();

    Pointer lsl_create_streaminfo(
            String name, String type, int channels, double nominalHertz, int format, String sourceId);

    Pointer lsl_get_desc(Pointer info);

    Pointer lsl_append_child(Pointer element, String name);

    Pointer lsl_append_child_value(Pointer element, String name, String value);

    String lsl_get_xml(Pointer info);

    String lsl_get_name(Pointer info);

    Pointer lsl_create_outlet(Pointer info, int unused, int maxBuffered);

    int lsl_wait_for_consumers(Pointer outlet, double timeout);

    void lsl_destroy_outlet(Pointer outlet);

    int lsl_push_sample_ft(Pointer outlet, float[] values, double stamp);

    int lsl_push_sample_dt(Pointer outlet, double[] values, double stamp);

    int lsl_push_sample_it(Pointer outlet, int[] values, double stamp);

    int lsl_push_sample_st(Pointer outlet, short[] values, double stamp);

    int lsl_push_sample_ct(Pointer outlet, byte[] values, double stamp);

    int lsl_push_sample_lt(Pointer outlet, long[] values, double stamp);

    int lsl_push_sample_strt(Pointer outlet, String[] values, double stamp);

    int lsl_resolve_byprop(Pointer[] found, int most, String property, String value, int least, double timeout);

    Pointer lsl_create_inlet(Pointer info, int maxSeconds, int maxChunk, int recover);

    Pointer lsl_get_fullinfo(Pointer inlet, double timeout, IntByReference error);

    void lsl_open_stream(Pointer inlet, double timeout, IntByReference error);

    double lsl_time_correction(Pointer inlet, double timeout, IntByReference error);

    double lsl_pull_sample_f(Pointer inlet, float[] values, int count, double timeout, IntByReference error);

    double lsl_pull_sample_d(Pointer inlet, double[] values, int count, double timeout, IntByReference error);

    double lsl_pull_sample_i(Pointer inlet, int[] values, int count, double timeout, IntByReference error);

    double lsl_pull_sample_s(Pointer inlet, short[] values, int count, double timeout, IntByReference error);

    double lsl_pull_sample_c(Pointer inlet, byte[] values, int count, double timeout, IntByReference error);

    double lsl_pull_sample_l(Pointer inlet, long[] values, int count, double timeout, IntByReference error);

    double lsl_pull_sample_str(Pointer inlet, Pointer[] values, int count, double timeout, IntByReference error);

    void lsl_destroy_inlet(Pointer inlet);
}
