package org.neuroward.protocol;

import java.util.List;

/**
 * One way to carry out a protocol. What a version says is never changed: other numbers are another version.
 *
 * @param id protocol and variant, for example {@code resting-eeg/short}; names for people are told by id elsewhere
 */
public record Procedure(String id, String protocolId, String version, List<Block> blocks) {

    public Procedure {
        blocks = List.copyOf(blocks);
        if (!id.startsWith(protocolId + "/") || blocks.isEmpty()) {
            throw new IllegalArgumentException(
                    "a procedure's id must start with its protocol's, and it must have blocks:" + " id=" + id
                            + ", protocol=" + protocolId + ", blocks=" + blocks.size());
        }
        if (!version.matches("\\d+\\.\\d+\\.\\d+")) {
            throw new IllegalArgumentException("a procedure's version must be three numbers: " + version);
        }
    }

    /** Length of all blocks together. */
    public int seconds() {
        return blocks.stream().mapToInt(Block::seconds).sum();
    }
}
