package org.neuroward.agent.device.line;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Texts as devices send them, made fit for files: their bytes may be anything. */
public final class DeviceText {

    private static final int LONGEST_REMARK = 400;
    private static final int LONGEST_LABEL = 16;

    private DeviceText() {}

    /** UTF-8 where it is, else Latin-1, which gives every byte a meaning; without control characters, and not endless. */
    public static String remark(byte[] bytes) {
        String text = decode(bytes).replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() <= LONGEST_REMARK ? text : text.substring(0, LONGEST_REMARK) + "…";
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Labels of 1 to 16 printable ASCII characters, all different: what the header of a recording can hold. A channel without
     * a name gets its number.
     */
    public static List<String> labels(List<byte[]> names) {
        var labels = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            String name = decode(names.get(i)).strip().replaceAll("[^ -~]", "_");
            String label = cut(name.isEmpty() ? Integer.toString(i + 1) : name, LONGEST_LABEL);
            for (int again = 2; !taken.add(label); again++) {
                String suffix = "-" + again;
                label = cut(name, LONGEST_LABEL - suffix.length()) + suffix;
            }
            labels.add(label);
        }
        return labels;
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest)).strip();
    }
}
