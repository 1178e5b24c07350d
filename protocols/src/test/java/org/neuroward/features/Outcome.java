package org.neuroward.features;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.neuroward.connectivity.PairMatrix;
import org.neuroward.spectrum.PowerSpectrum;

/** What a computation gave: its bits, in one order, and whether all of it is a finite value. */
final class Outcome {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private boolean finite = true;

    private Outcome() {}

    static Outcome of(Object result) {
        var outcome = new Outcome();
        try {
            outcome.add(result);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return outcome;
    }

    /** Whether it holds something, and nothing in it is empty, infinite or not a number. */
    boolean isValue() {
        return finite && bytes.size() > 0;
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void add(Object part) throws IOException {
        switch (part) {
            // All forms of NaN are one: the language leaves open which of them a sum gives.
            case Double number -> {
                finite &= Double.isFinite(number);
                out.writeLong(Double.doubleToLongBits(number));
            }
            case Number whole -> out.writeLong(whole.longValue());
            case Boolean flag -> out.writeBoolean(flag);
            case String text -> out.writeUTF(text);
            case Enum<?> constant -> out.writeUTF(constant.name());
            case double[] array -> addAll(Arrays.stream(array).boxed().toList());
            case int[] array -> addAll(Arrays.stream(array).boxed().toList());
            case boolean[] array -> {
                for (boolean flag : array) {
                    out.writeBoolean(flag);
                }
            }
            case Object[] array -> addAll(List.of(array));
            case Iterable<?> parts -> addAll(parts);
            case Map<?, ?> map -> {
                addAll(map.keySet());
                addAll(map.values());
            }
            case Optional<?> optional -> addOptional(optional);
            case OptionalDouble number ->
                addOptional(number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty());
            case OptionalInt number ->
                addOptional(number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty());
            case PowerSpectrum spectrum -> add(spectrum.densities());
            case PairMatrix pairs -> add(pairs.upper());
            case Record values -> addComponents(values);
            default -> throw new AssertionError("no way is known to read the values of " + part.getClass());
        }
    }

    private void addAll(Iterable<?> parts) throws IOException {
        for (Object part : parts) {
            add(part);
        }
    }

    private void addOptional(Optional<?> optional) throws IOException {
        out.writeBoolean(optional.isPresent());
        finite &= optional.isPresent();
        if (optional.isPresent()) {
            if (optional.get() instanceof Double number && !Double.isFinite(number)) {
                throw new AssertionError("an optional must be empty where there is no value, and not hold " + number);
            }
            add(optional.get());
        }
    }

    private void addComponents(Record values) throws IOException {
        for (RecordComponent component : values.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                add(component.getAccessor().invoke(values));
            } catch (IllegalAccessException | InvocationTargetException failure) {
                throw new AssertionError(component.toString(), failure);
            }
        }
    }
}
