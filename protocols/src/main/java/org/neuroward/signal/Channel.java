package org.neuroward.signal;

import java.util.Objects;
import java.util.Optional;

/**
 * One recorded time series as the device or the file describes it.
 *
 * @param label as written by the source, for example {@code EEG Fp1-LE}
 * @param unit physical unit as written by the source, for example {@code uV}; may be empty
 * @param physical values of the ends of {@code digital}, in {@code unit}
 * @param transducer kind of electrode, may be empty
 * @param prefilter filters applied before digitisation, may be empty
 */
public record Channel(
        String label,
        ChannelKind kind,
        String unit,
        SamplingRate rate,
        DigitalRange digital,
        PhysicalRange physical,
        String transducer,
        String prefilter) {

    public Channel {
        Objects.requireNonNull(label);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(rate);
        Objects.requireNonNull(digital);
        Objects.requireNonNull(physical);
        Objects.requireNonNull(transducer);
        Objects.requireNonNull(prefilter);
    }

    /** How counts become microvolts, or empty when the unit is no voltage: an unknown unit is never guessed. */
    public Optional<Calibration> findCalibration() {
        return findMicrovoltsPerUnit().map(factor -> {
            double perCount = (physical.max() - physical.min()) / ((double) digital.max() - digital.min());
            return new Calibration(perCount * factor, (physical.min() - digital.min() * perCount) * factor);
        });
    }

    /** @throws IllegalArgumentException when the unit is no voltage */
    public Calibration calibration() {
        return findCalibration()
                .orElseThrow(() -> new IllegalArgumentException(
                        "microvolts need a channel whose unit is a voltage: label=" + label + ", unit=" + unit));
    }

    /** Microvolts in one {@code unit}, or empty when it is no voltage. */
    public Optional<Double> findMicrovoltsPerUnit() {
        return switch (unit.strip()) {
            case "uV", "µV", "μV" -> Optional.of(1.0);
            case "nV" -> Optional.of(1e-3);
            case "mV" -> Optional.of(1e3);
            case "V" -> Optional.of(1e6);
            default -> Optional.empty();
        };
    }
}
