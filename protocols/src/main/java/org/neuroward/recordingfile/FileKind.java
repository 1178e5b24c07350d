package org.neuroward.recordingfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Which reader a file is for: by its first bytes, and by its name where these say nothing. */
enum FileKind {
    EDF,
    BRAINVISION,
    /** Data or markers whose header lies beside them under the same name. */
    BRAINVISION_COMPANION,
    EEGLAB,
    UNKNOWN;

    private static final int LOOKED_AT = 512;

    static FileKind of(Path path) throws IOException {
        String start = start(path);
        String extension = extension(path);
        if (start.startsWith("0       ") || start.startsWith("\u00FFBIOSEMI")) {
            return EDF;
        }
        if (start.contains("Data Exchange Header File") || extension.equals("vhdr")) {
            return BRAINVISION;
        }
        if (start.startsWith("MATLAB ") || start.startsWith("\u0089HDF") || extension.equals("set")) {
            return EEGLAB;
        }
        if (extension.equals("vmrk") || extension.equals("eeg")) {
            return Files.isRegularFile(headerBeside(path)) ? BRAINVISION_COMPANION : UNKNOWN;
        }
        // The reader of the format that the name promises says best what is wrong with the bytes.
        return extension.equals("edf") || extension.equals("bdf") ? EDF : UNKNOWN;
    }

    static Path headerBeside(Path path) {
        String name = path.getFileName().toString();
        return path.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".vhdr");
    }

    private static String start(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
        }
    }

    private static String extension(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
