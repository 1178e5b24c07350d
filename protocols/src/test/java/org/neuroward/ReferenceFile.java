package org.neuroward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Expected values computed by independent programs; each file names tool, command and tolerance. */
public final class ReferenceFile {

    private ReferenceFile() {}

    public static JsonNode read(String name) {
        try (InputStream in = ReferenceFile.class.getResourceAsStream("/reference/" + name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new IllegalStateException("reference must be readable: " + name, e);
        }
    }

    public static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }

    /** The test signal of {@code filter_reference.py}: a summed linear congruential generator on an offset of 100. */
    public static double[] walk(int samples) {
        long state = 12345;
        double level = 0;
        double[] walk = new double[samples];
        for (int i = 0; i < samples; i++) {
            state = (1103515245 * state + 12345) % (1L << 31);
            level = 0.95 * level + 10 * ((double) state / (1L << 31) - 0.5);
            walk[i] = level + 100;
        }
        return walk;
    }
}
