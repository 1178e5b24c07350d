package org.neuroward.brainvision;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sound recording of two channels and ten frames, to be spoilt. */
final class VisionFiles {

    static final String HEADER = """
            Brain Vision Data Exchange Header File Version 1.0
            [Common Infos]
            Codepage=UTF-8
            DataFile=rec.eeg
            MarkerFile=rec.vmrk
            DataFormat=BINARY
            DataOrientation=MULTIPLEXED
            NumberOfChannels=2
            SamplingInterval=4000
            [Binary Infos]
            BinaryFormat=IEEE_FLOAT_32
            [Channel Infos]
            Ch1=C3,,1,µV
            Ch2=C4,,1,µV
            """;

    static final String MARKERS = """
            Brain Vision Data Exchange Marker File, Version 1.0
            [Marker Infos]
            Mk1=New Segment,,1,1,0,20240229101112123456
            Mk2=Stimulus,S  1,5,1,0
            """;

    private VisionFiles() {}

    /** Sample {@code frame} of channel {@code c} is {@code 10 * frame + c}. */
    static byte[] floats() {
        ByteBuffer bytes = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < 10; frame++) {
            bytes.putFloat(10 * frame).putFloat(10 * frame + 1);
        }
        return bytes.array();
    }

    static Path write(Path folder, String header, String markers, byte[] data) throws IOException {
        Files.write(folder.resolve("rec.eeg"), data);
        Files.writeString(folder.resolve("rec.vmrk"), markers, StandardCharsets.UTF_8);
        return Files.writeString(folder.resolve("rec.vhdr"), header, StandardCharsets.UTF_8);
    }
}
