package org.neuroward.edf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Composes EDF files byte by byte, lawful or not, without the writer under test. */
final class TestFile {

    /** One signal's header fields as text, in the order of the specification. */
    static final class Signal {
        String label = "EEG Cz";
        String transducer = "AgAgCl";
        byte[] unit = "uV".getBytes(StandardCharsets.US_ASCII);
        String physicalMin = "-100";
        String physicalMax = "100";
        String digitalMin = "-2048";
        String digitalMax = "2047";
        String prefilter = "HP:0.1Hz";
        String samples = "4";
    }

    byte[] version = "0       ".getBytes(StandardCharsets.US_ASCII);
    byte[] patient = "X X X X".getBytes(StandardCharsets.US_ASCII);
    String recording = "Startdate 02-MAR-2002 X X X";
    String date = "02.03.02";
    String time = "10.20.30";
    String headerBytes;
    String reserved = "";
    String records;
    String duration = "1";
    String signalCount;
    final List<Signal> signals = new ArrayList<>();
    final List<byte[]> data = new ArrayList<>();
    byte[] tail = {};

    static TestFile plain(int signals) {
        var file = new TestFile();
        for (int i = 0; i < signals; i++) {
            file.signals.add(new Signal());
        }
        return file;
    }

    /** One signal of four samples per record and an annotation signal of 30 bytes. */
    static TestFile plus(String form) {
        TestFile file = plain(1);
        file.reserved = form;
        var annotations = new Signal();
        annotations.label = "EDF Annotations";
        annotations.physicalMin = "-1";
        annotations.physicalMax = "1";
        annotations.digitalMin = "-32768";
        annotations.digitalMax = "32767";
        annotations.samples = "15";
        file.signals.add(annotations);
        return file;
    }

    static TestFile bdf(int signals) {
        TestFile file = plain(signals);
        file.version = "\u00ffBIOSEMI".getBytes(StandardCharsets.ISO_8859_1);
        file.reserved = "24BIT";
        return file;
    }

    Signal signal(int i) {
        return signals.get(i);
    }

    TestFile record(int... samples) {
        var bytes = new ByteArrayOutputStream();
        for (int sample : samples) {
            bytes.write(sample);
            bytes.write(sample >> 8);
            if (version[0] == (byte) 0xFF) {
                bytes.write(sample >> 16);
            }
        }
        data.add(bytes.toByteArray());
        return this;
    }

    /** A record of {@link #plus}: its four samples and its lists. */
    TestFile record(String tals, int... samples) {
        record(samples);
        byte[] list = Arrays.copyOf(tals.getBytes(StandardCharsets.UTF_8), 30);
        byte[] both = Arrays.copyOf(data.removeLast(), samples.length * 2 + list.length);
        System.arraycopy(list, 0, both, samples.length * 2, list.length);
        data.add(both);
        return this;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        int count = signals.size();
        put(bytes, version, 8);
        put(bytes, patient, 80);
        put(bytes, recording, 80);
        put(bytes, date, 8);
        put(bytes, time, 8);
        put(bytes, headerBytes == null ? String.valueOf(256 * (1 + count)) : headerBytes, 8);
        put(bytes, reserved, 44);
        put(bytes, records == null ? String.valueOf(data.size()) : records, 8);
        put(bytes, duration, 8);
        put(bytes, signalCount == null ? String.valueOf(count) : signalCount, 4);
        signals.forEach(signal -> put(bytes, signal.label, 16));
        signals.forEach(signal -> put(bytes, signal.transducer, 80));
        signals.forEach(signal -> put(bytes, signal.unit, 8));
        signals.forEach(signal -> put(bytes, signal.physicalMin, 8));
        signals.forEach(signal -> put(bytes, signal.physicalMax, 8));
        signals.forEach(signal -> put(bytes, signal.digitalMin, 8));
        signals.forEach(signal -> put(bytes, signal.digitalMax, 8));
        signals.forEach(signal -> put(bytes, signal.prefilter, 80));
        signals.forEach(signal -> put(bytes, signal.samples, 8));
        signals.forEach(signal -> put(bytes, "", 32));
        data.forEach(bytes::writeBytes);
        bytes.writeBytes(tail);
        return bytes.toByteArray();
    }

    Path in(Path folder) throws IOException {
        return Files.write(Files.createTempFile(folder, "test", ".edf"), bytes());
    }

    static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    private static void put(ByteArrayOutputStream bytes, String text, int size) {
        put(bytes, text.getBytes(StandardCharsets.ISO_8859_1), size);
    }

    private static void put(ByteArrayOutputStream bytes, byte[] text, int size) {
        byte[] field = Arrays.copyOf(text, size);
        Arrays.fill(field, text.length, size, (byte) ' ');
        bytes.writeBytes(field);
    }
}
