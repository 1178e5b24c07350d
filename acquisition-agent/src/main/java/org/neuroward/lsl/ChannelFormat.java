package org.neuroward.lsl;

import java.util.Arrays;
import java.util.Optional;

/** How the values of a stream are written; all channels of one stream have the same format. */
public enum ChannelFormat {
    FLOAT32("float32", 4),
    DOUBLE64("double64", 8),
    STRING("string", 0),
    INT32("int32", 4),
    INT16("int16", 2),
    INT8("int8", 1),
    INT64("int64", 8);

    private final String xmlName;
    private final int valueBytes;

    ChannelFormat(String xmlName, int valueBytes) {
        this.xmlName = xmlName;
        this.valueBytes = valueBytes;
    }

    /** As descriptions have it. */
    public String xmlName() {
        return xmlName;
    }

    /** Bytes of one value; 0 for texts, whose length varies. */
    public int valueBytes() {
        return valueBytes;
    }

    public boolean isText() {
        return this == STRING;
    }

    public boolean isReal() {
        return this == FLOAT32 || this == DOUBLE64;
    }

    public boolean isInteger() {
        return !isText() && !isReal();
    }

    static Optional<ChannelFormat> find(String xmlName) {
        return Arrays.stream(values())
                .filter(format -> format.xmlName.equals(xmlName))
                .findFirst();
    }
}
