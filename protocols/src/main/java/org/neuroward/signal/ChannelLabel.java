package org.neuroward.signal;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the label of an EEG channel says: {@code EEG T3-LE} is the electrode T7 against linked ears.
 *
 * <p>A kind in front ({@code EEG}, {@code POL}), dots, colons and case carry no meaning. Older names become 10-10 names
 * (T3 → T7, T4 → T8, T5 → P7, T6 → P8).
 *
 * @param electrode canonical name when the position is known, otherwise the label's own word
 * @param reference what follows the hyphen, as written; canonical when it is a known electrode
 */
public record ChannelLabel(String electrode, Optional<String> reference) {

    private static final Pattern KIND = Pattern.compile("^(?:EEG|POL)[\\s_]+(?=\\S)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DERIVATION = Pattern.compile("^([^-]+?)\\s*-\\s*(.+)$");

    public ChannelLabel {
        Objects.requireNonNull(electrode);
        Objects.requireNonNull(reference);
    }

    public static ChannelLabel parse(String label) {
        String bare = label.replace(".", "").replace(':', ' ').strip();
        bare = KIND.matcher(bare).replaceFirst("").strip();
        Matcher derivation = DERIVATION.matcher(bare);
        if (derivation.matches()) {
            return new ChannelLabel(canonical(derivation.group(1)), Optional.of(canonical(derivation.group(2))));
        }
        return new ChannelLabel(canonical(bare), Optional.empty());
    }

    /** The scalp electrode, or empty when the label names a reference electrode, no electrode or an unknown one. */
    public Optional<Electrode> findScalpElectrode() {
        return Electrodes.isScalp(electrode) ? Electrodes.find(electrode) : Optional.empty();
    }

    /** Whether one scalp electrode is measured against another. */
    public boolean isBipolar() {
        return reference.filter(Electrodes::isScalp).isPresent();
    }

    private static String canonical(String word) {
        return Electrodes.find(word).map(Electrode::name).orElse(word.strip());
    }
}
