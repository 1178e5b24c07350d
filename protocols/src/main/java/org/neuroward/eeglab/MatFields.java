package org.neuroward.eeglab;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/** The fields of a dataset: of its structure {@code EEG}, or the variables of the file, as newer versions save them. */
final class MatFields {

    private static final String DATASET = "EEG";
    private static final Set<String> READ =
            Set.of(DATASET, "data", "nbchan", "pnts", "trials", "srate", "chanlocs", "event");

    private final Map<String, Array> byName;

    private MatFields(Map<String, Array> byName) {
        this.byName = byName;
    }

    static MatFields read(Path path) throws IOException {
        MatCheck.check(path);
        var variables = new HashMap<String, Array>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path));
                Source source = Sources.wrapInputStream(in)) {
            MatFile file = Mat5.newReader(source)
                    .disableSubsystemProcessing()
                    .setEntryFilter(header -> READ.contains(header.getName()))
                    .readMat();
            file.getEntries().forEach(entry -> variables.put(entry.getName(), entry.getValue()));
        } catch (IOException e) {
            // The library wraps whatever it trips over.
            throw new EeglabFormatException(EeglabProblem.DAMAGED, Map.of());
        }
        if (variables.get(DATASET) instanceof Struct dataset && dataset.getNumElements() == 1) {
            var fields = new HashMap<String, Array>();
            dataset.getFieldNames().forEach(name -> fields.put(name, dataset.get(name, 0)));
            return new MatFields(fields);
        }
        if (!variables.containsKey("data") || !variables.containsKey("srate")) {
            throw new EeglabFormatException(EeglabProblem.NO_DATASET, Map.of());
        }
        return new MatFields(variables);
    }

    Array get(String name) throws EeglabFormatException {
        Array array = byName.get(name);
        if (array == null) {
            throw new EeglabFormatException(EeglabProblem.FIELD_MISSING, Map.of("field", name));
        }
        return array;
    }

    /** A structure with elements; empty when there is none, whatever stands in its place. */
    Optional<Struct> findStructures(String name) {
        return byName.get(name) instanceof Struct struct && struct.getNumElements() > 0
                ? Optional.of(struct)
                : Optional.empty();
    }

    double number(String name) throws EeglabFormatException {
        Array array = get(name);
        return findNumber(array)
                .orElseThrow(() ->
                        new EeglabFormatException(EeglabProblem.FIELD_UNUSABLE, Map.of("field", name, "text", "?")));
    }

    /** @throws EeglabFormatException when it is not between the two */
    double number(String name, double least, double most) throws EeglabFormatException {
        double value = number(name);
        if (!(value >= least && value <= most)) {
            throw new EeglabFormatException(EeglabProblem.FIELD_UNUSABLE, Map.of("field", name, "text", value));
        }
        return value;
    }

    long whole(String name, long least, long most) throws EeglabFormatException {
        double value = number(name, least, most);
        if (value != Math.rint(value)) {
            throw new EeglabFormatException(EeglabProblem.FIELD_UNUSABLE, Map.of("field", name, "text", value));
        }
        return (long) value;
    }

    /** The first number of an array. */
    static Optional<Double> findNumber(Array array) {
        return array instanceof Matrix matrix && matrix.getNumElements() > 0
                ? Optional.of(matrix.getDouble(0))
                : Optional.empty();
    }

    /** A text, or a number as a text. */
    static Optional<String> findText(Array array) {
        if (array instanceof Char text && text.getNumDimensions() == 2) {
            return Optional.of(text.getNumElements() == 0 ? "" : text.getRow(0).strip());
        }
        return findNumber(array)
                .map(value -> value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString(value.longValue())
                        : Double.toString(value));
    }

    /** A field of one of several structures; empty when there is no such field. */
    static Optional<Array> find(Struct structures, String field, int index) {
        return structures.getFieldNames().contains(field)
                ? Optional.of(structures.get(field, index))
                : Optional.empty();
    }
}
