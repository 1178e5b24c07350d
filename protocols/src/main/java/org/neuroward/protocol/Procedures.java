package org.neuroward.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The procedures that come with the product, read from its own JSON resources. */
public final class Procedures {

    /** In the order in which they are offered. */
    private static final List<String> IDS =
            List.of("resting-eeg/eyes-closed-open", "resting-eeg/eyes-closed", "resting-eeg/short");

    private static final List<Procedure> ALL =
            IDS.stream().map(Procedures::read).toList();

    private Procedures() {}

    public static List<Procedure> list() {
        return ALL;
    }

    public static Optional<Procedure> find(String id) {
        return ALL.stream().filter(procedure -> procedure.id().equals(id)).findFirst();
    }

    private static Procedure read(String id) {
        try (InputStream resource = Procedures.class.getResourceAsStream(id + ".json")) {
            return new ObjectMapper().readValue(resource, Procedure.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the procedure's own resource cannot be read: " + id, e);
        }
    }
}
