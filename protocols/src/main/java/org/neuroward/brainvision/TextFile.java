package org.neuroward.brainvision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.neuroward.brainvision.BrainVisionNotice.Kind;

/** A file of text, decoded by the first character set that it is valid in. */
final class TextFile {

    /** µ of Latin-1 and a V would be a Chinese character in GB18030, so units decide for Latin-1. */
    static final List<Charset> HEADER_CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1);

    static final List<Charset> MARKER_CHARSETS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.ISO_8859_1);

    private TextFile() {}

    /** @return lines without their ends */
    static List<String> lines(
            Path path, int mostBytes, BrainVisionProblem tooLarge, List<Charset> charsets, Notices notices)
            throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(mostBytes + 1);
        }
        if (bytes.length > mostBytes) {
            throw new BrainVisionFormatException(tooLarge, Map.of("limit", mostBytes));
        }
        String text = decode(bytes, charsets, path, notices);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    }

    private static String decode(byte[] bytes, List<Charset> charsets, Path path, Notices notices) {
        for (Charset charset : charsets) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                if (!charset.equals(StandardCharsets.UTF_8)) {
                    notices.add(Kind.TEXT_NOT_UTF8, Map.of("file", extension(path), "charset", charset.name()));
                }
                return text;
            } catch (CharacterCodingException e) {
                // The next one; the last takes every byte.
            }
        }
        throw new IllegalStateException("Latin-1 takes every byte");
    }

    /** File names may name a person; the extension tells enough. */
    private static String extension(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
