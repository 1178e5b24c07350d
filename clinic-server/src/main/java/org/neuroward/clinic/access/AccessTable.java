package org.neuroward.clinic.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** {@code access-table.csv}: who may use which route. It is the only place that says so; what it does not list is refused. */
@ApplicationScoped
class AccessTable {
    private static final String FILE = "/access-table.csv";

    private final List<AccessRow> rows = read();

    List<AccessRow> rows() {
        return rows;
    }

    /** The row for a request; a path of fixed segments goes before one with parameters. */
    Optional<AccessRow> find(String method, String path) {
        if (path.contains("//") || path.contains(";") || path.contains("%") || path.contains("..")) {
            // No route here needs such a path; refusing it leaves no room for two readers to read it differently.
            return Optional.empty();
        }
        String asked = method.equals("HEAD") ? "GET" : method;
        List<String> segments = segments(path);
        return rows.stream()
                .filter(row -> row.covers(asked, segments))
                .min((a, b) -> Boolean.compare(a.path().contains("{"), b.path().contains("{")));
    }

    static List<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList();
    }

    private static List<AccessRow> read() {
        try (InputStream in = Objects.requireNonNull(AccessTable.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AccessTable::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    private static AccessRow parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 4) {
            throw new IllegalStateException("a row of " + FILE + " has four cells: " + line);
        }
        String roles = cells[2].strip();
        boolean open = roles.equals("PUBLIC");
        Set<Role> allowed = EnumSet.noneOf(Role.class);
        if (roles.equals("SIGNED-IN")) {
            allowed = EnumSet.allOf(Role.class);
        } else if (!open) {
            for (String role : roles.split("\\|")) {
                allowed.add(Role.valueOf(role.strip()));
            }
        }
        Optional<String> action = Optional.of(cells[3].strip()).filter(text -> !text.isEmpty());
        return new AccessRow(cells[0].strip(), cells[1].strip(), open, Set.copyOf(allowed), action);
    }
}
