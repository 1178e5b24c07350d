package org.neuroward.drill.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Knows what a disk holds for sure, and what may be lost with the power: bytes that were not forced, each sector by itself
 * and in any order, and names that were not. A rename is done or not, but never half.
 */
final class CutPower {

    /** What a disk writes whole. */
    private static final int SECTOR_BYTES = 512;

    /** A file, whatever its name. */
    static final class Content {
        private byte[] durable = {};
        private final TreeSet<Integer> unforced = new TreeSet<>();
        private final TreeSet<Integer> beingForced = new TreeSet<>();
    }

    interface Change {
        void run() throws IOException;
    }

    private final Map<Path, Content> names = new HashMap<>();
    private final Map<Path, Content> durableNames = new HashMap<>();
    private boolean off;

    /** Runs a change of the disk as long as there is power; one at a time. */
    synchronized void change(Change change) throws IOException {
        if (off) {
            throw new IOException("the power is off");
        }
        change.run();
    }

    Content created(Path path) {
        names.put(path, new Content());
        return names.get(path);
    }

    /** A file that was there before the disk was watched is durable. */
    Content opened(Path path) throws IOException {
        if (!names.containsKey(path)) {
            var content = new Content();
            content.durable = Files.readAllBytes(path);
            names.put(path, content);
            durableNames.put(path, content);
        }
        return names.get(path);
    }

    void written(Content content, long offset, int length) {
        for (long at = offset / SECTOR_BYTES; at * SECTOR_BYTES < offset + length; at++) {
            content.unforced.add((int) at);
        }
    }

    /** A force begins: what is in the file now will be durable, if it succeeds. */
    byte[] forcing(Content content) throws IOException {
        byte[] bytes = Files.readAllBytes(pathOf(content));
        content.beingForced.addAll(content.unforced);
        content.unforced.clear();
        return bytes;
    }

    void forced(Content content, byte[] bytes) {
        content.durable = bytes;
        content.beingForced.clear();
    }

    private Path pathOf(Content content) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue() == content)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    void renamed(Path from, Path to) throws IOException {
        if (!names.containsKey(from)) {
            opened(to);
            names.put(from, names.remove(to));
            durableNames.put(from, durableNames.remove(to));
        }
        names.put(to, names.remove(from));
    }

    void deleted(Path path) {
        names.remove(path);
    }

    void forcedNames(Path folder) {
        durableNames.keySet().removeIf(path -> path.getParent().equals(folder) && !names.containsKey(path));
        names.forEach((path, content) -> {
            if (path.getParent().equals(folder)) {
                durableNames.values().removeIf(known -> known == content);
                durableNames.put(path, content);
            }
        });
    }

    /** Leaves on the disk what a power loss at this instant may leave. */
    synchronized void cut(Random random) throws IOException {
        off = true;
        Map<Path, Content> left = new HashMap<>();
        Set<Content> placed = new HashSet<>();
        List<Path> all = new ArrayList<>(names.keySet());
        all.sort(null);
        for (Path path : all) {
            Content content = names.get(path);
            boolean sure = durableNames.get(path) == content;
            if (sure || random.nextBoolean()) {
                left.put(path, content);
                placed.add(content);
            }
        }
        durableNames.forEach((path, content) -> {
            boolean deleted = !names.containsValue(content);
            if (!placed.contains(content) && (!deleted || random.nextBoolean())) {
                left.putIfAbsent(path, content);
            }
        });
        Map<Path, byte[]> bytes = new HashMap<>();
        for (Map.Entry<Path, Content> file : left.entrySet()) {
            bytes.put(file.getKey(), whatIsLeft(file.getValue(), random));
        }
        for (Path path : names.keySet()) {
            Files.deleteIfExists(path);
        }
        for (Map.Entry<Path, byte[]> file : bytes.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
    }

    private byte[] whatIsLeft(Content content, Random random) throws IOException {
        if (!names.containsValue(content)) {
            return content.durable;
        }
        byte[] now = Files.readAllBytes(pathOf(content));
        byte[] left = Arrays.copyOf(content.durable, Math.max(content.durable.length, now.length));
        int length = content.durable.length;
        content.unforced.addAll(content.beingForced);
        for (int sector : content.unforced) {
            int from = sector * SECTOR_BYTES;
            int to = Math.min(from + SECTOR_BYTES, now.length);
            if (from < to && random.nextBoolean()) {
                System.arraycopy(now, from, left, from, to - from);
                length = Math.max(length, to);
            }
        }
        boolean cut = now.length < length && random.nextBoolean();
        return Arrays.copyOf(left, cut ? now.length : length);
    }
}
