package org.neuroward.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of one recording, by name; the first one is the file that a person would open. Arrays are not copied. */
public final class FuzzInput {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public static FuzzInput of(String name, byte[] bytes) {
        return new FuzzInput().with(name, bytes);
    }

    public FuzzInput with(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    public byte[] bytes(String name) {
        return files.get(name);
    }

    /** Bytes of the file that a person would open. */
    public byte[] bytes() {
        return files.values().iterator().next();
    }

    public int size() {
        return files.values().stream().mapToInt(bytes -> bytes.length).sum();
    }

    FuzzInput copy() {
        var copy = new FuzzInput();
        files.forEach((name, bytes) -> copy.with(name, bytes.clone()));
        return copy;
    }

    /** Puts the files into {@code folder}, over those of the input before. */
    public Path writeTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (file.getKey().contains("/")) {
                Files.createDirectories(path.getParent());
            }
            Files.write(
                    path,
                    file.getValue(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        }
        return folder.resolve(names().getFirst());
    }
}
